using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_check_of_a_container
{
    [Fact]
    public void finds_it_ready() => Given(Uploaded).When(Record(ContainerStatus.Finished)).Then(new ContainerReady(C1)).AndAgainNothing();

    [Fact]
    public void says_nothing_while_the_platform_looks_at_it() =>
        Given(Uploaded).When(Record(ContainerStatus.InProgress, Nine)).ThenNothing();

    [Fact]
    public void gives_it_up_after_ten_minutes() =>
        Given(Uploaded)
            .When(Record(ContainerStatus.InProgress, Nine.AddSeconds(1)))
            .Then<ContainerDropped>(e => e.Problem is { Class: ProblemClass.ContainerGone, Code: "stuck" });

    [Theory]
    [InlineData(ContainerStatus.Error)]
    [InlineData(ContainerStatus.Expired)]
    public void gives_up_what_is_spoiled(ContainerStatus status)
    {
        var dropped = Given(Uploaded)
            .When(Record(status, Nine))
            .Then<ContainerDropped>(e =>
                e.Container == C1 && e.Problem.Class is ProblemClass.ContainerGone && e.RetryAt == RetryOf(ProblemClass.ContainerGone)
            );

        dropped.AndAgainNothing();
        Assert.IsType<PublicationStep.Upload>(PublicationFlow.Next(dropped.State, Pace, Nine.AddSeconds(6)));
    }

    [Fact]
    public void gives_up_what_the_platform_no_longer_knows() =>
        Given(Uploaded)
            .When(Record(new Reply<ContainerReading>.Rejected(Spoiled)))
            .Then(new ContainerDropped(C1, Spoiled, RetryOf(ProblemClass.ContainerGone)));

    [Fact]
    public void makes_new_containers_more_and_more_slowly() =>
        Given([
                .. Waiting,
                new ContainerDropped(C2, Spoiled, Nine),
                new ContainerDropped(C2, Spoiled, Nine),
                new ContainerCreated(C1, Nine),
            ])
            .When(Record(ContainerStatus.Error))
            .Then<ContainerDropped>(e => e.RetryAt == RetryOf(ProblemClass.ContainerGone, 3));

    [Fact]
    public void finds_it_public_without_our_asking_and_leaves_it_so() =>
        Given(Uploaded)
            .When(Record(ContainerStatus.Published))
            .Then(new PublishStarted(C1, 1, Nine), new WentLive(null, LiveProof.ContainerStatus, Nine))
            .AndAgainNothing();

    [Theory]
    [InlineData("busy", ProblemClass.Throttled)]
    [InlineData("broken", ProblemClass.Transient)]
    [InlineData("unclear", ProblemClass.OutcomeUnknown)]
    [InlineData("rejected", ProblemClass.Misconfigured)]
    public void is_made_again_when_it_fails(string reply, ProblemClass problem) =>
        Given([.. Uploaded, new AttemptFailed(PublicationPhase.Check, Hiccup, Nine)])
            .When(Record(Answer<ContainerReading>(reply, Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Check, Of(problem), RetryOf(problem, 2)));

    [Fact]
    public void is_the_verdict_where_only_other_content_can_help() =>
        Given(Uploaded)
            .When(Record(new Reply<ContainerReading>.Rejected(Of(ProblemClass.ContentRejected))))
            .Then(new GaveUp(Of(ProblemClass.ContentRejected)));

    [Fact]
    public void makes_one_new_container_of_media_that_could_not_be_worked_up()
    {
        var spoiled = new Reply<ContainerReading>.Busy(Of(ProblemClass.MediaUnprocessable));

        Given(Uploaded).When(Record(spoiled)).Then<ContainerDropped>(e => e.Problem == spoiled.Problem);
        Given([.. Waiting, new ContainerDropped(C2, spoiled.Problem, Nine), new ContainerCreated(C1, Nine)])
            .When(Record(spoiled))
            .Then(new GaveUp(spoiled.Problem));
    }

    [Theory]
    [InlineData(ProblemClass.ContentRejected)]
    public void ends_with_a_verdict_when_a_failed_container_says_that_its_media_are_wrong(ProblemClass problem) =>
        Given(Uploaded).When(Record(Failed(problem))).Then(new GaveUp(Of(problem)));

    [Theory]
    [InlineData(ProblemClass.MediaUnprocessable)]
    [InlineData(ProblemClass.MediaUnreachable)]
    public void makes_one_new_container_when_a_failed_one_names_a_reason_that_may_pass(ProblemClass problem)
    {
        Given(Uploaded).When(Record(Failed(problem))).Then(new ContainerDropped(C1, Of(problem), RetryOf(problem)));
        Given([.. Waiting, new ContainerDropped(C2, Of(problem), Nine), new ContainerCreated(C1, Nine)])
            .When(Record(Failed(problem)))
            .Then(new GaveUp(Of(problem)));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("waiting")]
    [InlineData("ready")]
    [InlineData("publishing")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_ignored_where_nobody_waits_for_it(string stage)
    {
        Given(Stage(stage)).When(Record(ContainerStatus.Published)).ThenNothing();
        Given(Stage(stage)).When(Record(ContainerStatus.Expired)).ThenNothing();
    }

    private static Reply<ContainerReading> Failed(ProblemClass problem) =>
        new Reply<ContainerReading>.Done(new(ContainerStatus.Error, Of(problem)));

    private static Func<Publication, Decision<PublicationEvent>> Record(ContainerStatus status, DateTimeOffset? now = null) =>
        publication => PublicationDecider.RecordCheck(publication, new Reply<ContainerReading>.Done(new(status)), now ?? Nine);

    private static Func<Publication, Decision<PublicationEvent>> Record(Reply<ContainerReading> reply) =>
        publication => PublicationDecider.RecordCheck(publication, reply, Nine);
}
