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
    public void is_asked_for_again_after_a_pause(string reply, ProblemClass problem) =>
        Given(Waiting)
            .When(Record(Answer<ContainerId>(reply, Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Of(problem), RetryOf(problem)));

    [Fact]
    public void is_asked_for_later_and_later() =>
        Given([.. Waiting, Failed, Failed, Failed])
            .When(Record(new Reply<ContainerId>.Broken(Hiccup)))
            .Then(new AttemptFailed(PublicationPhase.Upload, Hiccup, RetryOf(ProblemClass.Transient, 4)));

    [Theory]
    [InlineData(90, 90)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(90 * 86_400, 86_400)]
    public void says_when_to_ask_again_within_a_second_and_a_day(int wished, int waited) =>
        Given(Waiting)
            .When(Record(new Reply<ContainerId>.Busy(Full, TimeSpan.FromSeconds(wished))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Full, Nine.AddSeconds(waited)));

    [Fact]
    public void is_the_verdict_where_only_other_content_can_help() =>
        Given(Waiting)
            .When(Record(new Reply<ContainerId>.Rejected(Of(ProblemClass.ContentRejected))))
            .Then(new GaveUp(Of(ProblemClass.ContentRejected)))
            .AndAgainNothing();

    [Theory]
    [InlineData(ProblemClass.MediaUnreachable, 2)]
    [InlineData(ProblemClass.MediaUnprocessable, 2)]
    [InlineData(ProblemClass.Unfamiliar, 6)]
    [InlineData(ProblemClass.Misconfigured, 6)]
    public void is_the_verdict_after_a_few_tries_of_what_time_hardly_heals(ProblemClass problem, int tries)
    {
        var failed = Enumerable.Repeat(Failed, tries - 2);
        Given([.. Waiting, .. failed])
            .When(Record(new Reply<ContainerId>.Busy(Of(problem))))
            .Then<AttemptFailed>(e => e.Problem == Of(problem));
        Given([.. Waiting, .. failed, Failed]).When(Record(new Reply<ContainerId>.Busy(Of(problem)))).Then(new GaveUp(Of(problem)));
    }

    [Theory]
    [InlineData(ProblemClass.AccountBroken)]
    [InlineData(ProblemClass.AccountBlocked)]
    [InlineData(ProblemClass.QuotaReached)]
    [InlineData(ProblemClass.Throttled)]
    public void is_waited_for_as_long_as_the_late_policy_allows_where_others_must_act(ProblemClass problem) =>
        Given([.. Waiting, .. Enumerable.Repeat(Failed, 50)])
            .When(Record(new Reply<ContainerId>.Rejected(Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Upload, Of(problem), RetryOf(problem, 51)));

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
