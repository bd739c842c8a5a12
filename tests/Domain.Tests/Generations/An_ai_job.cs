using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Generations.GenerationEvent;
using static Campaigns.Domain.Tests.Generations.GenerationSamples;

namespace Campaigns.Domain.Tests.Generations;

public sealed class An_ai_job
{
    private static readonly GenerationJob.Text Text = new(Autumn, "Autumn at the bakery.", null, Campaigns.CampaignSample.Two);
    private static readonly Requested Asked = new(Loaf, Plan);
    private static readonly GenerationEvent[] Started = [Asked, new AttemptStarted(1, Nine, Gemini, Reserved)];
    private static readonly GenerationEvent[] Finished = [.. Started, Ended(), new ImageProduced(Picture, Model, Usage)];
    private static readonly AttemptEnd Drawn = End() with { Result = new GenerationResult.Picture(Picture, Model) };

    [Fact]
    public void is_taken_once()
    {
        Given().When(Request(Loaf)).Then(Asked).AndAgainNothing();
        Given(Finished).When(Request(Loaf)).ThenNothing();
    }

    [Fact]
    public void records_each_call_before_it_is_made()
    {
        Given(Asked).When(Start(1)).Then(new AttemptStarted(1, Nine, Gemini, Reserved)).AndAgainNothing();
        Given(Asked).When(Start(2)).ThenNothing();
        Given(Finished).When(Start(2)).ThenNothing();
    }

    [Fact]
    public void ends_with_its_picture_and_the_tokens_of_all_its_calls() =>
        Given([
                .. Started,
                Ended(OutcomeClasses.Broken, Hiccup),
                new AttemptFailed(Hiccup, Ten),
                new AttemptStarted(2, Ten, Gemini, Reserved),
            ])
            .When((Generation state) => GenerationDecider.End(state, 2, Drawn, Ten))
            .Then(Ended() with { Attempt = 2 }, new ImageProduced(Picture, Model, new(2400, 400, 680, 160)))
            .AndAgainNothing();

    [Fact]
    public void asks_once_more_and_then_the_next_model_and_then_the_first_again()
    {
        Given(Started)
            .When(Fail(1, OutcomeClasses.Broken, Hiccup))
            .Then(Ended(OutcomeClasses.Broken, Hiccup), new AttemptFailed(Hiccup, Nine.AddSeconds(4)));

        GenerationEvent[] twice = [.. Started, Ended(OutcomeClasses.Broken, Hiccup), new AttemptFailed(Hiccup, Nine), Again(2, Gemini)];
        Given(twice)
            .When(Fail(2, OutcomeClasses.Broken, Hiccup))
            .Then(Ended(OutcomeClasses.Broken, Hiccup) with { Attempt = 2 }, new MovedOn(Hiccup, 1, false, Nine));

        GenerationEvent[] other =
        [
            .. twice,
            Ended(OutcomeClasses.Broken, Hiccup) with
            {
                Attempt = 2,
            },
            new MovedOn(Hiccup, 1, false, Nine),
            Again(3, Router),
            Ended(OutcomeClasses.Broken, Hiccup) with
            {
                Attempt = 3,
            },
            new AttemptFailed(Hiccup, Nine),
            Again(4, Router),
        ];
        Given(other)
            .When(Fail(4, OutcomeClasses.Broken, Hiccup))
            .Then(Ended(OutcomeClasses.Broken, Hiccup) with { Attempt = 4 }, new MovedOn(Hiccup, 0, false, Nine.AddSeconds(32)));
    }

    [Fact]
    public void leaves_a_model_behind_that_will_not_do_and_fails_when_none_is_left()
    {
        var gone = new Problem(ProblemClass.ModelGone, "NOT_FOUND", "There is no such model.");
        GenerationEvent[] one = [.. Started, Ended(OutcomeClasses.Broken, gone), new MovedOn(gone, 1, true, Nine)];
        Given(Started)
            .When(Fail(1, OutcomeClasses.Broken, gone))
            .Then(Ended(OutcomeClasses.Broken, gone), new MovedOn(gone, 1, true, Nine));
        Given([.. one, Again(2, Router)])
            .When(Fail(2, OutcomeClasses.Broken, gone))
            .Then(Ended(OutcomeClasses.Broken, gone) with { Attempt = 2 }, new Failed(gone));
    }

    [Fact]
    public void stops_when_what_is_asked_is_refused()
    {
        var unsafely = new Problem(ProblemClass.SafetyRefused, "SAFETY", "Refused.");
        Given(Started)
            .When(Fail(1, OutcomeClasses.Rejected, unsafely))
            .Then(Ended(OutcomeClasses.Rejected, unsafely), new Failed(unsafely));
    }

    [Fact]
    public void stops_at_a_limit_on_money_and_passes_over_a_model_without_a_price()
    {
        var limit = new Refusal("ledger.tenant_limit_reached", "Too much.");
        Given(Asked)
            .When((Generation state) => GenerationDecider.RefuseMoney(state, limit, Nine))
            .Then<Failed>(failed => failed.Problem.Class is ProblemClass.SpendingLimited && failed.Problem.Code == limit.Code);
        var unpriced = new Refusal("ledger.model_not_priced", "No price.");
        Given(Asked)
            .When((Generation state) => GenerationDecider.RefuseMoney(state, unpriced, Nine))
            .Then<MovedOn>(moved => moved.Place == 1);
    }

    [Fact]
    public void says_of_a_call_that_died_with_its_process_what_is_not_known()
    {
        var step = Assert.IsType<GenerationStep.Lose>(GenerationFlow.Next(After<Generation, GenerationEvent>(Started), calling: null, Ten));
        var decided = GenerationDecider.End(After<Generation, GenerationEvent>(Started), 1, AttemptEnd.Lost(Gemini, Ten - Nine), Ten);

        Assert.Equal(1, step.Attempt.Number);
        var ended = Assert.IsType<AttemptEnded>(decided.Events[0]);
        Assert.Equal((OutcomeClasses.Unclear, ProblemClass.OutcomeUnknown), (ended.OutcomeClass, ended.Problem!.Class));
        Assert.IsType<AttemptFailed>(decided.Events[1]);
    }

    [Fact]
    public void looks_at_an_operation_after_a_restart_and_begins_nothing_anew() =>
        Assert.Equal(
            "models/veo/operations/1",
            Assert.IsType<GenerationStep.Look>(GenerationFlow.Next(After<Generation, GenerationEvent>([.. UnderWay]), null, Ten)).Operation
        );

    [Fact]
    public void has_a_faulty_answer_mended_once_and_then_takes_what_can_be_used()
    {
        var usable = new GenerationResult.Posts([Draft], Model, ["One is missing."]);
        var faulty = new FaultyAnswer("{}", ["Two were ordered."], usable);
        GenerationEvent[] started = [new Requested(Text, Plan), new AttemptStarted(1, Nine, Gemini, Reserved)];
        var first = GenerationDecider.End(After<Generation, GenerationEvent>(started), 1, End() with { Faulty = faulty }, Nine);
        Assert.IsType<AnswerFaulty>(first.Events[1]);

        GenerationEvent[] again = [.. started, .. first, Again(2, Gemini)];
        var second = GenerationDecider.End(After<Generation, GenerationEvent>(again), 2, End() with { Faulty = faulty }, Nine);
        Assert.Equal(["One is missing."], Assert.IsType<TextProduced>(second.Events[1]).Missing);

        var useless = End() with { Faulty = faulty with { Usable = null } };
        var third = GenerationDecider.End(After<Generation, GenerationEvent>(again), 2, useless, Nine);
        Assert.Equal(1, Assert.IsType<MovedOn>(third.Events[1]).Place);
    }

    [Fact]
    public void takes_what_was_usable_when_it_cannot_be_mended()
    {
        var unsafely = new Problem(ProblemClass.SafetyRefused, "SAFETY", "Refused.");
        GenerationEvent[] again = [.. BeingMended, Again(2, Gemini)];
        var decided = Fail(2, OutcomeClasses.Rejected, unsafely)(After<Generation, GenerationEvent>(again));
        Assert.Single(Assert.IsType<TextProduced>(decided.Events[1]).Posts);
    }

    [Fact]
    public void can_be_called_off_until_it_is_over()
    {
        Given(Started).When(Cancel).Then(new CancelRequested(Anna)).AndAgainNothing();
        Given(Finished).When(Cancel).ThenRefused("generation.over", "generationId");
        Given().When(Cancel).ThenRefused("generation.not_found", "generationId");
        Given([Asked, new CancelRequested(Anna)])
            .When((Generation state) => GenerationDecider.EndCancelled(state))
            .Then<Failed>(failed => failed.Problem.Class is ProblemClass.Cancelled)
            .AndAgainNothing();
        Given([.. Started, new CancelRequested(Anna)])
            .When((Generation state) => GenerationDecider.End(state, 1, Drawn, Nine))
            .Then(Ended(), new ImageProduced(Picture, Model, Usage)); // it is paid for
    }

    [Fact]
    public void is_given_up_at_its_deadline() =>
        Assert.IsType<GenerationStep.GiveUp>(GenerationFlow.Next(After<Generation, GenerationEvent>([Asked]), null, Ten));

    [Fact]
    public void settles_each_call_with_the_ledger_once()
    {
        var state = After<Generation, GenerationEvent>(Finished);
        Assert.IsType<GenerationStep.Settle>(GenerationFlow.Next(Generation.Evolve(state, new Delivered()), null, Nine));
        Given(Finished).When((Generation s) => GenerationDecider.RecordSettled(s, 1)).Then(new AttemptSettled(1)).AndAgainNothing();
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 1)]
    public void waits_as_the_provider_wishes_within_a_second_and_a_day(int wished, int waited) =>
        Given(Started)
            .When(
                (Generation state) =>
                    GenerationDecider.End(state, 1, End(OutcomeClasses.Busy, Full) with { RetryAfter = TimeSpan.FromSeconds(wished) }, Nine)
            )
            .Then(Ended(OutcomeClasses.Busy, Full), new AttemptFailed(Full, Nine.AddSeconds(waited)));

    [Fact]
    public void goes_from_waiting_to_calling_to_delivering_to_rest()
    {
        Expect([], Nine, new GenerationStep.Rest());
        Expect([Asked], Nine, new GenerationStep.Call(Loaf, 1, null));
        Expect([new ImageRequested(Autumn, First, "A loaf", AspectRatio.Square)], Nine, new GenerationStep.Plan(Loaf));
        Expect([.. Finished, new AttemptSettled(1)], Nine, new GenerationStep.Deliver(Loaf, new GenerationResult.Picture(Picture, Model)));
        Expect([.. Finished, new AttemptSettled(1), new Delivered()], Ten, new GenerationStep.Rest());
        Assert.IsType<GenerationStep.Await>(GenerationFlow.Next(After<Generation, GenerationEvent>(Started), calling: 1, Nine));
    }

    private static AttemptStarted Again(int attempt, ModelChoice model) => new(attempt, Nine, model, Reserved);

    private static AttemptEnd End(string outcome = OutcomeClasses.Done, Problem? problem = null) =>
        new(outcome, "gemini-3-flash", Measured, TimeSpan.FromSeconds(3), "req-1", problem);

    private static AttemptEnded Ended(string outcome = OutcomeClasses.Done, Problem? problem = null) =>
        new(1, outcome, "gemini-3-flash", Measured, TimeSpan.FromSeconds(3), "req-1", problem);

    private static Func<Generation, Decision<GenerationEvent>> Request(GenerationJob job) =>
        generation => GenerationDecider.Request(generation, job, Plan);

    private static Func<Generation, Decision<GenerationEvent>> Start(int attempt) =>
        generation => GenerationDecider.Start(generation, attempt, Reserved, Nine);

    private static Func<Generation, Decision<GenerationEvent>> Fail(int attempt, string outcome, Problem problem) =>
        generation => GenerationDecider.End(generation, attempt, End(outcome, problem), Nine);

    private static Func<Generation, Decision<GenerationEvent>> Cancel => generation => GenerationDecider.Cancel(generation, Anna);

    private static void Expect(GenerationEvent[] happened, DateTimeOffset now, GenerationStep step) =>
        Assert.Equal(step, GenerationFlow.Next(After<Generation, GenerationEvent>(happened), null, now));
}
