using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_end_of_a_publication
{
    private static readonly DateTimeOffset TooLate = Nine.AddHours(24).AddSeconds(1);

    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void is_skipping_when_it_is_too_late(string stage) =>
        Given(Stage(stage)).When(Expire(TooLate)).Then<Skipped>(e => e.Reason.Length > 0).AndAgainNothing();

    [Fact]
    public void is_giving_up_when_a_problem_made_it_late() =>
        Given([.. Waiting, new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine)]).When(Expire(TooLate)).Then(new GaveUp(Hiccup));

    [Fact]
    public void does_not_blame_a_problem_that_was_overcome() =>
        Given([
                .. Waiting,
                new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine),
                new ContainerCreated(C1, Nine),
                new ContainerReady(C1),
            ])
            .When(Expire(TooLate))
            .Then<Skipped>(_ => true);

    [Theory]
    [InlineData("waiting")]
    [InlineData("ready")]
    public void does_not_come_while_there_is_time(string stage) => Given(Stage(stage)).When(Expire(Nine.AddHours(24))).ThenNothing();

    [Theory]
    [InlineData("unknown")]
    [InlineData("publishing")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void never_comes_by_the_clock_once_it_may_be_public_or_is_over(string stage) =>
        Given(Stage(stage)).When(Expire(TooLate)).ThenNothing();

    [Theory]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    public void comes_when_the_account_is_gone(string stage) =>
        Given(Stage(stage)).When(GiveUp).Then(new GaveUp(Of(ProblemClass.AccountBroken))).AndAgainNothing();

    [Fact]
    public void is_a_persons_matter_when_the_account_went_after_a_call() =>
        Given(ReadUnpublished).When(GiveUp).Then<NeedsPerson>(e => e.Problem == Of(ProblemClass.AccountBroken)).AndAgainNothing();

    [Theory]
    [InlineData("unknown")]
    [InlineData("publishing")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void does_not_come_by_giving_up_what_is_not_ours_to_give_up(string stage) => Given(Stage(stage)).When(GiveUp).ThenNothing();

    [Fact]
    public void is_a_persons_matter_after_five_calls_that_nobody_confirms()
    {
        Given(AllCalls()).When(AskPerson).Then<NeedsPerson>(e => e.Tried.StartsWith("20 ", StringComparison.Ordinal)).AndAgainNothing();
        Given(ReadUnpublished).When(AskPerson).ThenNothing();
        Given(Live).When(AskPerson).ThenNothing();
    }

    [Fact]
    public void is_a_persons_matter_when_it_is_too_late_to_call_again()
    {
        Given(ReadUnpublished)
            .When((Publication state) => PublicationDecider.AskPerson(state, TooLate))
            .Then<NeedsPerson>(e => e.Problem.Code == "too_late_to_call_again")
            .AndAgainNothing();
        Given(Publishing).When((Publication state) => PublicationDecider.AskPerson(state, TooLate)).ThenNothing();
    }

    [Fact]
    public void is_the_last_word()
    {
        var live = After<Publication, PublicationEvent>(Live);

        Assert.Same(live, Publication.Evolve(live, new Withdrawn("Too late.")));
        Assert.Same(live, Publication.Evolve(live, new GaveUp(Hiccup)));
        Assert.Same(live, Publication.Evolve(live, new Skipped("Too late.")));
        Assert.Same(live, Publication.Evolve(live, new NeedsPerson(Lost, "Asked.")));
    }

    [Fact]
    public void is_put_off_by_a_new_container_when_the_old_one_would_be_too_old() =>
        Given(Ready)
            .When((Publication state) => PublicationDecider.Renew(state, Nine))
            .Then<ContainerDropped>(e => e.Problem.Code == "too_old" && e.RetryAt == Nine)
            .AndAgainNothing();

    internal static PublicationEvent[] AllCalls()
    {
        var events = new List<PublicationEvent>(Ready);
        for (var call = 1; call <= PublishingPace.MostPublishCalls; call++)
        {
            var at = Nine.AddMinutes(5 * call);
            events.AddRange([
                new PublishStarted(C1, call, at),
                new FoundUnpublished(C1, at.AddMinutes(2)),
                new FoundUnpublished(C1, at.AddMinutes(3)),
            ]);
        }
        return [.. events];
    }

    private static Func<Publication, Decision<PublicationEvent>> Expire(DateTimeOffset now) =>
        publication => PublicationDecider.Expire(publication, now);

    private static Func<Publication, Decision<PublicationEvent>> GiveUp =>
        publication => PublicationDecider.GiveUp(publication, Of(ProblemClass.AccountBroken));

    private static Func<Publication, Decision<PublicationEvent>> AskPerson => publication => PublicationDecider.AskPerson(publication, Ten);
}
