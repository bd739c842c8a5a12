using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Publications;

public sealed class The_answer_to_a_publish_call
{
    private static readonly Reply<MediaId> Out = new Reply<MediaId>.Done(Photo);

    [Theory]
    [InlineData("publishing")]
    [InlineData("publishing again")]
    public void says_that_it_is_public(string stage) =>
        Given(Stage(stage)).When(Record(Out)).Then(new WentLive(Photo, LiveProof.PublishReply, Nine)).AndAgainNothing();

    [Fact]
    public void says_so_even_of_a_container_that_was_given_up() =>
        Given([.. Publishing, new ContainerDropped(C1, Spoiled, Nine), new ContainerCreated(C2, Nine), new ContainerReady(C2)])
            .When(Record(Out))
            .Then(new WentLive(Photo, LiveProof.PublishReply, Nine))
            .AndAgainNothing();

    [Fact]
    public void leaves_the_question_open_when_it_is_lost() =>
        Given(Publishing).When(Record(new Reply<MediaId>.Unclear(Lost))).Then(new OutcomeUnclear(Lost));

    [Theory]
    [InlineData("busy")]
    [InlineData("rejected")]
    [InlineData("broken")]
    public void leaves_the_question_open_when_the_problem_is_that_nobody_knows(string reply) =>
        Given(Publishing).When(Record(Answer<MediaId>(reply, Lost))).Then(new OutcomeUnclear(Lost));

    [Theory]
    [InlineData("busy", ProblemClass.Transient)]
    [InlineData("busy", ProblemClass.Throttled)]
    [InlineData("rejected", ProblemClass.NotReady)]
    [InlineData("broken", ProblemClass.Misconfigured)]
    public void allows_another_call_when_nothing_happened(string reply, ProblemClass problem)
    {
        var failed = Given(Publishing)
            .When(Record(Answer<MediaId>(reply, Of(problem))))
            .Then(new AttemptFailed(PublicationPhase.Publish, Of(problem), RetryOf(problem)));

        Assert.Equal(new PublicationStep.Publish(OrderReady, C1, 2), PublicationFlow.Next(failed.State, Pace, RetryOf(problem)));
    }

    [Fact]
    public void puts_the_next_call_off_until_the_quota_frees() =>
        Given(Publishing)
            .When(Record(new Reply<MediaId>.Busy(Full, TimeSpan.FromHours(3))))
            .Then(new AttemptFailed(PublicationPhase.Publish, Full, Nine.AddHours(3)));

    [Fact]
    public void asks_for_a_new_container_when_the_old_one_is_gone() =>
        Given(Publishing)
            .When(Record(new Reply<MediaId>.Rejected(Spoiled)))
            .Then(new ContainerDropped(C1, Spoiled, RetryOf(ProblemClass.ContainerGone)))
            .AndAgainNothing();

    [Fact]
    public void is_the_verdict_where_only_other_content_can_help() =>
        Given(Publishing)
            .When(Record(new Reply<MediaId>.Rejected(Of(ProblemClass.ContentRejected))))
            .Then(new GaveUp(Of(ProblemClass.ContentRejected)))
            .AndAgainNothing();

    [Fact]
    public void waits_for_a_person_to_reconnect_the_account() =>
        Given(Publishing)
            .When(Record(new Reply<MediaId>.Rejected(Of(ProblemClass.AccountBroken))))
            .Then(new AttemptFailed(PublicationPhase.Publish, Of(ProblemClass.AccountBroken), RetryOf(ProblemClass.AccountBroken)));

    [Fact]
    public void tries_a_container_once_more_that_does_not_answer_and_then_asks_how_it_stands()
    {
        var busy = new Reply<MediaId>.Busy(Of(ProblemClass.ContainerBusy), TimeSpan.FromSeconds(30));
        var once = new AttemptFailed(PublicationPhase.Publish, busy.Problem, Nine.AddSeconds(30));

        Given(Publishing).When(Record(busy)).Then(once);
        Given([.. Publishing, once, new PublishStarted(C1, 2, Nine.AddSeconds(30))])
            .When((Publication state) => PublicationDecider.RecordPublish(state, SecondCall, busy, Nine))
            .Then(new OutcomeUnclear(busy.Problem));
    }

    [Theory]
    [InlineData("busy", ProblemClass.Transient)]
    [InlineData("broken", ProblemClass.Transient)]
    [InlineData("rejected", ProblemClass.ContentRejected)]
    [InlineData("rejected", ProblemClass.ContainerGone)]
    [InlineData("rejected", ProblemClass.AccountBroken)]
    [InlineData("unclear", ProblemClass.OutcomeUnknown)]
    public void proves_nothing_by_failing_while_an_earlier_call_is_in_doubt(string reply, ProblemClass problem) =>
        Given(PublishingAgain)
            .When((Publication state) => PublicationDecider.RecordPublish(state, SecondCall, Answer<MediaId>(reply, Of(problem)), Nine))
            .Then(new OutcomeUnclear(Of(problem)));

    [Fact]
    public void that_it_is_published_already_makes_a_repeated_call_the_last()
    {
        var already = new Reply<MediaId>.Unclear(Of(ProblemClass.AlreadyPublished));
        var said = Given(PublishingAgain)
            .When((Publication state) => PublicationDecider.RecordPublish(state, SecondCall, already, Nine))
            .Then(new OutcomeUnclear(already.Problem));

        foreach (var status in new[] { ContainerStatus.Finished, ContainerStatus.Error, ContainerStatus.Expired })
            for (var later = Nine.AddMinutes(10); later < Nine.AddHours(24); later = later.AddHours(1))
            {
                Assert.IsType<PublicationStep.FindOut>(PublicationFlow.Next(said.State, Pace, later));
                Assert.Empty(Reading(said.State, status, later));
            }
        Assert.IsType<WentLive>(Assert.Single(Reading(said.State, ContainerStatus.Published, Nine.AddHours(2))));
        Assert.IsType<NeedsPerson>(Assert.Single(Reading(said.State, ContainerStatus.Finished, Nine.AddHours(25))));
    }

    [Fact]
    public void that_it_is_published_already_is_only_unclear_where_nothing_was_called_before() =>
        Given(Publishing)
            .When(Record(new Reply<MediaId>.Unclear(Of(ProblemClass.AlreadyPublished))))
            .Then(new OutcomeUnclear(Of(ProblemClass.AlreadyPublished)));

    private static IReadOnlyList<PublicationEvent> Reading(Publication state, ContainerStatus status, DateTimeOffset at) =>
        PublicationDecider.RecordFinding(state, new Reply<ContainerReading>.Done(new(status)), Pace, at).Events;

    [Theory]
    [InlineData("publishing again")]
    [InlineData("ready")]
    [InlineData("waiting")]
    public void says_nothing_of_a_newer_call(string stage)
    {
        Given(Stage(stage)).When(Record(new Reply<MediaId>.Rejected(Of(ProblemClass.ContentRejected)))).ThenNothing();
        Given(Stage(stage)).When(Record(new Reply<MediaId>.Unclear(Lost))).ThenNothing();
    }

    [Fact]
    public void says_nothing_of_another_container() =>
        Given([
                .. Publishing,
                new ContainerDropped(C1, Spoiled, Nine),
                new ContainerCreated(C2, Nine),
                new ContainerReady(C2),
                new PublishStarted(C2, 1, Nine),
            ])
            .When(Record(new Reply<MediaId>.Rejected(Of(ProblemClass.ContentRejected))))
            .ThenNothing();

    [Theory]
    [InlineData("unknown")]
    [InlineData("live")]
    [InlineData("withdrawn")]
    public void is_ignored_where_all_is_said(string stage)
    {
        Given(Stage(stage)).When(Record(Out)).ThenNothing();
        Given(Stage(stage)).When(Record(new Reply<MediaId>.Broken(Hiccup))).ThenNothing();
    }

    private static Func<Publication, Decision<PublicationEvent>> Record(Reply<MediaId> reply) =>
        publication => PublicationDecider.RecordPublish(publication, FirstCall, reply, Nine);
}
