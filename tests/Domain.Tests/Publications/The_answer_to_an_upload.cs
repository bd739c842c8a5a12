using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_answer_to_an_upload
{
    [Fact]
    public void names_the_container() =>
        Given(Waiting).When(Record(new Reply<ContainerId>.Done(C1))).Then(new ContainerCreated(C1, Nine)).AndAgainNothing();

    [Theory]
    [InlineData("busy", ProblemClass.Transient)]
    [InlineData("busy", ProblemClass.Throttled)]
    [InlineData("rejected", ProblemClass.ContainerGone)]
    [InlineData("broken", ProblemClass.Misconfigured)]
    [InlineData("unclear", ProblemClass.OutcomeUnknown)]
    public void is_asked_for_again_after_five_seconds(string reply, ProblemClass problem) =>
        Given(Waiting)
            .When(Record(Answer<ContainerId>(reply, Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Of(problem), Nine.AddSeconds(5)));

    [Fact]
    public void is_asked_for_later_and_later() =>
        Given([.. Waiting, Failed, Failed, Failed])
            .When(Record(new Reply<ContainerId>.Broken(Hiccup)))
            .Then(new AttemptFailed(PublicationPhase.Upload, Hiccup, Nine.AddSeconds(40)));

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(90 * 86_400, 86_400)]
    public void says_when_to_ask_again_within_a_second_and_a_day(int wished, int waited) =>
        Given(Waiting)
            .When(Record(new Reply<ContainerId>.Busy(Full, TimeSpan.FromSeconds(wished))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Full, Nine.AddSeconds(waited)));

    [Theory]
    [InlineData(ProblemClass.ContentRejected)]
    [InlineData(ProblemClass.AccountBroken)]
    public void is_the_verdict_where_only_a_person_can_help(ProblemClass problem) =>
        Given(Waiting).When(Record(new Reply<ContainerId>.Rejected(Of(problem)))).Then(new GaveUp(Of(problem))).AndAgainNothing();

    [Theory]
    [InlineData("unknown")]
    [InlineData("uploaded")]
    [InlineData("ready")]
    [InlineData("publishing")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_ignored_where_nobody_waits_for_it(string stage)
    {
        Given(Stage(stage)).When(Record(new Reply<ContainerId>.Done(C2))).ThenNothing();
        Given(Stage(stage)).When(Record(new Reply<ContainerId>.Rejected(Of(ProblemClass.ContentRejected)))).ThenNothing();
    }

    private static AttemptFailed Failed => new(PublicationPhase.Upload, Hiccup, Nine);

    private static Func<Publication, Decision<PublicationEvent>> Record(Reply<ContainerId> reply) =>
        publication => PublicationDecider.RecordUpload(publication, reply, Nine);
}
