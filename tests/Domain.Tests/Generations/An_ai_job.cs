using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Domain.Tests.Generations;

public sealed class An_ai_job
{
    private static readonly WritingOrder Order = new([new(Platform.Instagram, 2)], "en");
    private static readonly GenerationJob Text = new GenerationJob.Text(
        Autumn,
        "Autumn at the bakery.",
        Brands.Setting_up_a_brand.Profile,
        Order
    );
    private static readonly GenerationJob Image = new GenerationJob.Image(Autumn, First, "A loaf", AspectRatio.Square);
    private static readonly TextRequested TextAsked = new(Autumn, "Autumn at the bakery.", Brands.Setting_up_a_brand.Profile, Order);
    private static readonly ImageRequested ImageAsked = new(Autumn, First, "A loaf", AspectRatio.Square);
    private static readonly GenerationEvent[] Started = [ImageAsked, new AttemptStarted(1, Nine)];
    private static readonly GenerationEvent[] Finished = [.. Started, new ImageProduced(Picture, Model, Usage)];

    [Fact]
    public void is_taken_once()
    {
        Given().When(Request(Text)).Then(TextAsked).AndAgainNothing();
        Given().When(Request(Image)).Then(ImageAsked).AndAgainNothing();
        Given(TextAsked).When(Request(Image)).ThenNothing();
        Given(Finished).When(Request(Image)).ThenNothing();
    }

    [Fact]
    public void records_each_call_before_it_is_made()
    {
        Given(ImageAsked).When(Start).Then(new AttemptStarted(1, Nine));
        Given(Started).When(Start).Then(new AttemptStarted(2, Nine));
    }

    [Fact]
    public void fails_when_five_calls_left_no_outcome() =>
        Given([ImageAsked, .. Enumerable.Range(1, 5).Select(n => new AttemptStarted(n, Nine))])
            .When(Start)
            .Then<Failed>(e => e.Problem.Code == "attempts_used_up")
            .AndAgainNothing();

    [Fact]
    public void makes_no_call_before_it_is_asked_for_or_after_it_ended()
    {
        Given().When(Start).ThenNothing();
        Given(Finished).When(Start).ThenNothing();
    }

    [Fact]
    public void ends_with_its_posts() =>
        Given(TextAsked)
            .When((Generation state) => GenerationDecider.RecordText(state, DoneWriting, Nine))
            .Then(new TextProduced([Draft], Model, Usage))
            .AndAgainNothing();

    [Fact]
    public void ends_with_its_picture() =>
        Given(Started).When(Record(DoneDrawing)).Then(new ImageProduced(Picture, Model, Usage)).AndAgainNothing();

    [Fact]
    public void ends_when_it_is_rejected() =>
        Given(Started).When(Record(Reply("rejected", ProblemClass.ContentRejected))).Then(new Failed(Of(ProblemClass.ContentRejected)));

    [Theory]
    [InlineData("busy")]
    [InlineData("broken")]
    [InlineData("unclear")]
    public void is_tried_again_after_a_passing_failure(string reply) =>
        Given(Started)
            .When(Record(Reply(reply, ProblemClass.Transient)))
            .Then(new AttemptFailed(Of(ProblemClass.Transient), Nine.AddSeconds(4)));

    [Fact]
    public void waits_longer_after_each_failure() =>
        Given([ImageAsked, .. Enumerable.Range(1, 4).Select(n => new AttemptStarted(n, Nine))])
            .When(Record(Reply("broken", ProblemClass.Transient)))
            .Then<AttemptFailed>(e => e.RetryAt == Nine.AddSeconds(32));

    [Theory]
    [InlineData(20, 20)]
    [InlineData(0, 1)]
    [InlineData(90 * 86_400, 86_400)]
    public void waits_as_the_provider_wishes_within_a_second_and_a_day(int wished, int waited) =>
        Given(Started)
            .When(Record(new Reply<(MediaAsset, Provenance, TokenUsage)>.Busy(Full, TimeSpan.FromSeconds(wished))))
            .Then(new AttemptFailed(Full, Nine.AddSeconds(waited)));

    [Fact]
    public void fails_with_the_fifth_failure() =>
        Given([ImageAsked, .. Enumerable.Range(1, 5).Select(n => new AttemptStarted(n, Nine))])
            .When(Record(Reply("busy", ProblemClass.Throttled)))
            .Then(new Failed(Of(ProblemClass.Throttled)))
            .AndAgainNothing();

    [Fact]
    public void is_not_tried_again_when_we_are_set_up_wrongly() =>
        Given(Started).When(Record(Reply("broken", ProblemClass.Misconfigured))).Then(new Failed(Of(ProblemClass.Misconfigured)));

    [Fact]
    public void ignores_answers_that_nobody_waits_for()
    {
        Given().When(Record(DoneDrawing)).ThenNothing();
        Given(Finished).When(Record(DoneDrawing)).ThenNothing();
        Given(Finished).When((Generation state) => GenerationDecider.RecordText(state, DoneWriting, Nine)).ThenNothing();
    }

    [Fact]
    public void is_delivered_once()
    {
        Given(Finished).When(Deliver).Then(new Delivered()).AndAgainNothing();
        Given(Started).When(Deliver).ThenNothing();
        Given().When(Deliver).ThenNothing();
    }

    [Fact]
    public void goes_from_waiting_to_calling_to_delivering_to_rest()
    {
        Expect([], Nine, new GenerationStep.Rest());
        Expect([ImageAsked], Nine, new GenerationStep.Call(Image));
        Expect(Started, Nine, new GenerationStep.Call(Image)); // after a crash
        Expect([.. Started, new AttemptFailed(Hiccup, Ten)], Nine, new GenerationStep.Wait(Ten));
        Expect([.. Started, new AttemptFailed(Hiccup, Ten)], Ten, new GenerationStep.Call(Image));
        Expect(Finished, Nine, new GenerationStep.Deliver(Image, new GenerationResult.Picture(Picture, Model)));
        Expect([.. Started, new Failed(Hiccup)], Nine, new GenerationStep.Deliver(Image, new GenerationResult.Nothing(Hiccup)));
        Expect([.. Finished, new Delivered()], Ten, new GenerationStep.Rest());
    }

    [Fact]
    public void knows_for_which_campaign_it_is() => Assert.All([Text, Image], job => Assert.Equal(Autumn, job.Campaign));

    private static Reply<(MediaAsset Media, Provenance MadeBy, TokenUsage Usage)> DoneDrawing =>
        new Reply<(MediaAsset, Provenance, TokenUsage)>.Done((Picture, Model, Usage));

    private static Reply<(IReadOnlyList<DraftPost> Posts, Provenance MadeBy, TokenUsage Usage)> DoneWriting =>
        new Reply<(IReadOnlyList<DraftPost>, Provenance, TokenUsage)>.Done(([Draft], Model, Usage));

    private static Reply<(MediaAsset Media, Provenance MadeBy, TokenUsage Usage)> Reply(string reply, ProblemClass problem) =>
        Publications.PublicationSample.Answer<(MediaAsset, Provenance, TokenUsage)>(reply, Of(problem));

    private static Func<Generation, Decision<GenerationEvent>> Request(GenerationJob job) =>
        generation => GenerationDecider.Request(generation, job);

    private static Func<Generation, Decision<GenerationEvent>> Start => generation => GenerationDecider.Start(generation, Nine);

    private static Func<Generation, Decision<GenerationEvent>> Record(Reply<(MediaAsset, Provenance, TokenUsage)> reply) =>
        generation => GenerationDecider.RecordImage(generation, reply, Nine);

    private static Func<Generation, Decision<GenerationEvent>> Deliver => GenerationDecider.RecordDelivered;

    private static void Expect(GenerationEvent[] happened, DateTimeOffset now, GenerationStep step) =>
        Assert.Equal(step, GenerationFlow.Next(After<Generation, GenerationEvent>(happened), now));
}
