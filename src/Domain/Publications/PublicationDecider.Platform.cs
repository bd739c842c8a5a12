using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Publications.Publication;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>What the platform's answers mean for a publication.</summary>
public static partial class PublicationDecider
{
    /// <summary>The answer to "make a container".</summary>
    public static Decision<PublicationEvent> RecordUpload(Publication state, Reply<ContainerId> reply, DateTimeOffset now) =>
        state is not Waiting { Order.Content.Kind: not PostKind.Carousel } w
            ? []
            : reply switch
            {
                Reply<ContainerId>.Done done => [new ContainerCreated(done.Value, now)],
                // A container nobody published shows nothing: an unclear upload is simply made again.
                _ => Failed(w.Order, PublicationPhase.Upload, w.Failures, ProblemOf(reply)!, WaitOf(reply), now),
            };

    /// <summary>The answer to "is the container ready".</summary>
    public static Decision<PublicationEvent> RecordCheck(Publication state, Reply<ContainerReading> reply, DateTimeOffset now) =>
        (state, reply) switch
        {
            (Uploaded u, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Finished }) => [new ContainerReady(u.Container.Id)],
            (Uploaded u, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.InProgress }) => u.Container.CreatedAt
                + PublishingPace.StuckAfter(u.Order.Content.HasVideo)
            < now
                ? Drop(u.Container.Id, "stuck", StuckFor(u.Order.Content.HasVideo), u.Order, u.Dropped, now)
                : [],
            (Uploaded u, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Error or ContainerStatus.Expired } spent) => Spent(
                u.Order,
                u.Container.Id,
                spent.Value,
                u.Dropped,
                now
            ),
            // Published without our asking: someone else used it. It is public, and must not go out again.
            (Uploaded u, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Published }) =>
            [
                new PublishStarted(u.Container.Id, 1, now),
                new WentLive(null, LiveProof.ContainerStatus, now),
            ],
            (Uploaded u, _) => Spoiled(u.Order, u.Container.Id, ProblemOf(reply)!, u.Failures, u.Dropped, now)
                ?? Failed(u.Order, PublicationPhase.Check, u.Failures, ProblemOf(reply)!, WaitOf(reply), now),
            _ => [],
        };

    /// <summary>
    /// The intent to publish, to be committed before the call. Nothing when the step has been overtaken by a hold, another time or another
    /// call: then no call may be made.
    /// </summary>
    public static Decision<PublicationEvent> StartPublish(Publication state, PublicationStep.Publish step, DateTimeOffset now) =>
        state switch
        {
            Ready { Order: { HeldBecause: null, AwaitsApproval: false } order } r
                when r.Container.Id == step.Container
                    && r.Failures == step.Attempt - 1
                    && order.NotBefore <= now
                    && order.Timing.Slot is { IsStale: false } => [new PublishStarted(step.Container, step.Attempt, now)],
            Publishing { SaidToBeOut: false, UnpublishedReadings: >= PublishingPace.ReadingsToRetry } p
                when p.Container.Id == step.Container && p.Attempt == step.Attempt - 1 =>
            [
                new PublishStarted(step.Container, step.Attempt, now),
            ],
            _ => [],
        };

    /// <summary>The answer to a publish call.</summary>
    /// <param name="state">Where it stands now; the call may be an older one.</param>
    /// <param name="step">The step that made the call.</param>
    /// <param name="reply">What the platform answered.</param>
    /// <param name="now">UTC.</param>
    public static Decision<PublicationEvent> RecordPublish(
        Publication state,
        PublicationStep.Publish step,
        Reply<MediaId> reply,
        DateTimeOffset now
    ) =>
        (state, reply) switch
        {
            (Unknown or Live or Ended, _) => [],
            (_, Reply<MediaId>.Done done) => [new WentLive(done.Value, LiveProof.PublishReply, now)],
            // The failure of an older call says nothing of the newest.
            (Publishing p, _) when p.Container.Id != step.Container || p.Attempt != step.Attempt => [],
            // A repeated call may be refused just because the earlier one had gone through: only the platform's status can tell.
            (Publishing p, _) when p.InDoubt || IsUnclear(reply) => [new OutcomeUnclear(ProblemOf(reply)!)],
            // Said twice of one container: its status tells whether it has expired, and then a new one is safe.
            (Publishing { Attempt: > 1 }, _) when ProblemOf(reply) is { Class: ProblemClass.ContainerBusy } busy =>
            [
                new OutcomeUnclear(busy),
            ],
            (Publishing p, _) => Spoiled(p.Order, p.Container.Id, ProblemOf(reply)!, p.Attempt - 1, p.Dropped, now)
                ?? Failed(p.Order, PublicationPhase.Publish, p.Attempt - 1, ProblemOf(reply)!, WaitOf(reply), now),
            _ => [],
        };

    /// <summary>The answer to "is it out", asked after a crash or an unclear publish call.</summary>
    public static Decision<PublicationEvent> RecordFinding(
        Publication state,
        Reply<ContainerReading> reply,
        PublishingPace pace,
        DateTimeOffset now
    ) =>
        (state, reply) switch
        {
            (Publishing, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Published }) =>
            [
                new WentLive(null, LiveProof.ContainerStatus, now),
            ],
            // It was said to be out, and its status does not show it: either may be wrong, so nothing is sent again. A person's after a day.
            (Publishing { SaidToBeOut: true } p, Reply<ContainerReading>.Done { Value.Status: var status }) => now > p.StartedAt + LateBy
                ? [Contradicted(p, status)]
                : [],
            // Before the deadline the call may still be under way, and then "finished" says nothing yet; two readings at once are one.
            (Publishing p, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Finished or ContainerStatus.InProgress }) => now
                < p.StartedAt + pace.CallDeadline
            || now < p.ReadAt + pace.AskAgain
                ? []
                : [new FoundUnpublished(p.Container.Id, now)],
            (Publishing p, Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Error or ContainerStatus.Expired } spent) =>
                FoundToBeSpent(p, spent.Value, pace, now),
            // A question that cannot be answered for a day is a person's.
            (Publishing p, _) when now > p.StartedAt + LateBy => ProblemOf(reply) is { } problem
                ? [new NeedsPerson(problem, "Asked the platform for the container's status for a day.")]
                : [],
            _ => [],
        };

    /// <summary>
    /// It cannot go out as it is, and no further call can be made. A person's matter once a call was begun: two readings are enough to call
    /// again with the same container, but no proof.
    /// </summary>
    public static Decision<PublicationEvent> GiveUp(Publication state, Problem problem) =>
        state switch
        {
            Pending => [new GaveUp(problem)],
            Publishing { SaidToBeOut: false, UnpublishedReadings: >= PublishingPace.ReadingsToRetry } =>
            [
                new NeedsPerson(problem, "Asked the platform twice for the container's status: not public then."),
            ],
            _ => [],
        };

    /// <summary>The container would be too old when due.</summary>
    public static Decision<PublicationEvent> Renew(Publication state, DateTimeOffset now) =>
        state switch
        {
            Ready r => [TooOld(r.Container.Id, now)],
            Assembling { Children: [var child, ..] } => [TooOld(child.Id, now)], // all of them: they are of an age
            _ => [],
        };

    private static ContainerDropped TooOld(ContainerId container, DateTimeOffset now) =>
        new(container, new(ProblemClass.ContainerGone, "too_old", "The container would be too old by the due time."), now);

    /// <summary>The platform does not show it, and no further call may be made: they are used up, or it is too late by its late policy.</summary>
    public static Decision<PublicationEvent> AskPerson(Publication state, DateTimeOffset now) =>
        state switch
        {
            Publishing { SaidToBeOut: true } or Publishing { UnpublishedReadings: < PublishingPace.ReadingsToRetry } => [],
            Publishing { Attempt: >= PublishingPace.MostPublishCalls } p =>
            [
                Unconfirmed(p, "publish_calls_used_up", "The platform does not confirm that the post is public."),
            ],
            Publishing p when now > p.Order.PublishUntil =>
            [
                Unconfirmed(
                    p,
                    "too_late_to_call_again",
                    "The platform does not confirm that the post is public, and it is too late to try again."
                ),
            ],
            _ => [],
        };

    private static NeedsPerson Unconfirmed(Publishing publishing, string code, string message) =>
        new(
            new(ProblemClass.OutcomeUnknown, code, message),
            $"{publishing.Attempt} publish calls with one container, and its status after each."
        );

    private static NeedsPerson Contradicted(Publishing publishing, ContainerStatus status) =>
        new(
            new(
                ProblemClass.AlreadyPublished,
                "contradictory",
                "The platform refused a call as one already published, and does not show the post."
            ),
            $"{publishing.Attempt} publish calls with one container, and for a day its status, which is {status}."
        );

    private static bool IsUnclear<T>(Reply<T> reply) =>
        reply is Reply<T>.Unclear || ProblemOf(reply) is { Class: ProblemClass.OutcomeUnknown or ProblemClass.AlreadyPublished };

    private static Problem? ProblemOf<T>(Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Busy busy => busy.Problem,
            Reply<T>.Rejected rejected => rejected.Problem,
            Reply<T>.Broken broken => broken.Problem,
            Reply<T>.Unclear unclear => unclear.Problem,
            _ => null,
        };

    private static TimeSpan? WaitOf<T>(Reply<T> reply) => (reply as Reply<T>.Busy)?.RetryAfter;
}
