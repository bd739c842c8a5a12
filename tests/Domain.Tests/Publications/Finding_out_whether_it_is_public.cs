using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Finding_out_whether_it_is_public
{
    private static readonly DateTimeOffset Deadline = Nine + Pace.CallDeadline;

    [Theory]
    [InlineData("publishing")]
    [InlineData("publishing again")]
    public void ends_when_the_platform_says_so(string stage) =>
        Given(Stage(stage))
            .When(Find(ContainerStatus.Published, Nine))
            .Then(new WentLive(null, LiveProof.ContainerStatus, Nine))
            .AndAgainNothing();

    [Theory]
    [InlineData(ContainerStatus.Finished)]
    [InlineData(ContainerStatus.InProgress)]
    [InlineData(ContainerStatus.Error)]
    [InlineData(ContainerStatus.Expired)]
    public void takes_no_other_word_while_the_call_may_be_under_way(ContainerStatus status) =>
        Given(Publishing).When(Find(status, Deadline.AddTicks(-1))).ThenNothing();

    [Theory]
    [InlineData(ContainerStatus.Finished)]
    [InlineData(ContainerStatus.InProgress)]
    public void counts_a_reading_after_the_deadline(ContainerStatus status) =>
        Given(Publishing).When(Find(status, Deadline)).Then(new FoundUnpublished(C1, Deadline)).AndAgainNothing();

    [Fact]
    public void takes_two_readings_at_once_for_one()
    {
        var once = new PublicationEvent[] { new FoundUnpublished(C1, Deadline) };

        Given([.. Publishing, .. once]).When(Find(ContainerStatus.Finished, Deadline.AddSeconds(4))).ThenNothing();
        Given([.. Publishing, .. once])
            .When(Find(ContainerStatus.Finished, Deadline.AddSeconds(5)))
            .Then(new FoundUnpublished(C1, Deadline.AddSeconds(5)));
    }

    [Fact]
    public void measures_the_deadline_from_the_newest_call() =>
        Given(PublishingAgain).When(Find(ContainerStatus.Finished, Nine.AddMinutes(4))).ThenNothing();

    [Theory]
    [InlineData(ContainerStatus.Error)]
    [InlineData(ContainerStatus.Expired)]
    public void allows_a_new_container_only_when_the_platform_said_often_that_the_old_one_cannot_be_out(ContainerStatus status)
    {
        Given(Publishing).When(Find(status, Deadline)).Then(Spent(0, status)).AndAgainNothing();
        Given([.. Publishing, Spent(0)]).When(Find(status, Deadline.AddSeconds(29))).ThenNothing();
        Given([.. Publishing, Spent(0), Spent(1)]).When(Find(status, Spent(2).At)).Then(Spent(2, status));

        Given([.. Publishing, Spent(0), Spent(1), Spent(2)])
            .When(Find(status, Spent(3).At))
            .Then<ContainerDropped>(e => e.Container == C1 && e.RetryAt - Spent(3).At == RetryOf(ProblemClass.ContainerGone) - Nine);
    }

    [Fact]
    public void forgets_what_another_reading_contradicts()
    {
        PublicationEvent[] wavering = [.. Publishing, Spent(0), Spent(1), Spent(2), new FoundUnpublished(C1, Spent(3).At)];

        Given(wavering).When(Find(ContainerStatus.Error, Spent(4).At)).Then(Spent(4));
        Given(wavering).When(Find(ContainerStatus.Published, Spent(4).At)).Then<WentLive>(e => e.At == Spent(4).At);
    }

    [Fact]
    public void ends_when_the_container_failed_for_what_is_in_it()
    {
        var failed = new Reply<ContainerReading>.Done(new(ContainerStatus.Error, Of(ProblemClass.ContentRejected)));

        Given(Publishing).When(Find(failed, Deadline.AddTicks(-1))).ThenNothing();
        Given([.. Publishing, Spent(0), Spent(1), Spent(2)])
            .When(Find(failed, Spent(3).At))
            .Then(new GaveUp(Of(ProblemClass.ContentRejected)));
    }

    [Theory]
    [InlineData("busy", ProblemClass.Throttled)]
    [InlineData("broken", ProblemClass.AccountBroken)]
    [InlineData("unclear", ProblemClass.OutcomeUnknown)]
    [InlineData("rejected", ProblemClass.ContainerGone)]
    [InlineData("rejected", ProblemClass.ContentRejected)]
    public void goes_on_for_a_day_and_then_asks_a_person(string reply, ProblemClass problem)
    {
        var answer = Answer<ContainerReading>(reply, Of(problem));

        Given(Publishing).When(Find(answer, Nine.AddHours(24))).ThenNothing();
        Given(Publishing)
            .When(Find(answer, Nine.AddHours(24).AddSeconds(1)))
            .Then<NeedsPerson>(e => e.Problem == Of(problem))
            .AndAgainNothing();
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("waiting")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_over_where_no_call_is_open(string stage)
    {
        Given(Stage(stage)).When(Find(ContainerStatus.Published, Ten)).ThenNothing();
        Given(Stage(stage)).When(Find(ContainerStatus.Finished, Ten)).ThenNothing();
    }

    private static FoundSpent Spent(int reading, ContainerStatus status = ContainerStatus.Error) =>
        new(C1, status, Deadline + (reading * Pace.CallDeadline / 4));

    private static Func<Publication, Decision<PublicationEvent>> Find(ContainerStatus status, DateTimeOffset now) =>
        Find(new Reply<ContainerReading>.Done(new(status)), now);

    private static Func<Publication, Decision<PublicationEvent>> Find(Reply<ContainerReading> reply, DateTimeOffset now) =>
        publication => PublicationDecider.RecordFinding(publication, reply, Pace, now);
}
