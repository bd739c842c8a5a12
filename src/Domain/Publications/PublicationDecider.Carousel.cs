using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Publications.Publication;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>What the platform's answers mean for a carousel that comes together. A container that nobody published shows nothing, so any may be made again.</summary>
public static partial class PublicationDecider
{
    /// <summary>A carousel that has failed to come together so often is begun anew: one of its files may be gone without a word.</summary>
    private const int MostTriesWithTheSameChildren = 4;

    /// <summary>The answer to "make the container of this file". Nothing when the file has one by now.</summary>
    public static Decision<PublicationEvent> RecordChild(
        Publication state,
        PublicationStep.UploadChild step,
        Reply<ContainerId> reply,
        DateTimeOffset now
    ) =>
        state switch
        {
            Waiting { Order.Content.Kind: PostKind.Carousel } w => Made(w, step, reply, now),
            Assembling a when a.Find(step.Place) is null => Made(a, step, reply, now),
            _ => [],
        };

    /// <summary>The answer to "is the container of this file ready".</summary>
    public static Decision<PublicationEvent> RecordChildCheck(
        Publication state,
        PublicationStep.CheckChild step,
        Reply<ContainerReading> reply,
        DateTimeOffset now
    )
    {
        if (state is not Assembling a || a.Children.Find(known => known.Id == step.Child.Id) is not { IsReady: false } child)
            return [];
        var isVideo = a.Order.Content.AllMedia[child.Place].IsVideo;
        return reply switch
        {
            Reply<ContainerReading>.Done { Value.Status: ContainerStatus.Finished } => [new ChildContainerReady(child.Id)],
            Reply<ContainerReading>.Done { Value.Status: ContainerStatus.InProgress } => child.CreatedAt
                + PublishingPace.StuckAfter(isVideo)
            < now
                ? DropChild(child, Gone("stuck", StuckFor(isVideo)), a, now)
                : [],
            // A file of a carousel is never published by itself, so that is as wrong as the others.
            Reply<ContainerReading>.Done { Value: var spent } => ReasonOf(spent, $"The container of file {child.Place + 1}") is var reason
            && IsFinal(reason, a.Dropped)
                ? [new GaveUp(reason with { Message = $"File {child.Place + 1}: {reason.Message}" })]
                : DropChild(child, reason, a, now),
            _ when ProblemOf(reply) is { } problem && Spoils(problem, a) => a.Dropped >= MostUnprocessable
            && problem.Class is ProblemClass.MediaUnprocessable
                ? [new GaveUp(problem)]
                : DropChild(child, problem, a, now),
            _ => Failed(a.Order, PublicationPhase.Check, a.Failures, ProblemOf(reply)!, WaitOf(reply), now),
        };
    }

    /// <summary>The answer to "make the container that holds these". Nothing when the files' containers are others by now.</summary>
    public static Decision<PublicationEvent> RecordCarousel(
        Publication state,
        PublicationStep.UploadCarousel step,
        Reply<ContainerId> reply,
        DateTimeOffset now
    )
    {
        if (state is not Assembling a || !a.Children.Select(child => child.Id).SequenceEqual(step.Children))
            return [];
        if (reply is Reply<ContainerId>.Done done)
            return [new ContainerCreated(done.Value, now)];
        var problem = ProblemOf(reply)!;
        var passes = problem.Class is not (ProblemClass.ContentRejected or ProblemClass.AccountBroken or ProblemClass.AccountBlocked);
        return Spoiled(a.Order, a.Children[0].Id, problem, a.Failures, a.Dropped, now)
            ?? (
                passes && a.Failures + 1 >= MostTriesWithTheSameChildren
                    ? [Drop(a.Children[0].Id, problem, a.Order, a.Dropped, now)]
                    : Failed(a.Order, PublicationPhase.Upload, a.Failures, problem, WaitOf(reply), now)
            );
    }

    private static Decision<PublicationEvent> Made(
        Pending state,
        PublicationStep.UploadChild step,
        Reply<ContainerId> reply,
        DateTimeOffset now
    ) =>
        reply is Reply<ContainerId>.Done done
            ? [new ChildContainerCreated(step.Place, done.Value, now)]
            : Failed(state.Order, PublicationPhase.Upload, state.Failures, ProblemOf(reply)!, WaitOf(reply), now);

    private static bool Spoils(Problem problem, Assembling a) =>
        problem.Class is ProblemClass.ContainerGone or ProblemClass.MediaUnprocessable
        || (problem.Class is ProblemClass.ContainerBusy && a.Failures > 0);

    private static Decision<PublicationEvent> DropChild(ChildContainer child, Problem problem, Assembling a, DateTimeOffset now) =>
        [new ChildContainerDropped(child.Id, problem, now + ProblemPolicy.Of(problem.Class).Wait(wish: null, a.Dropped + 1, a.Order.Seed))];

    private static Problem Gone(string code, string message) => new(ProblemClass.ContainerGone, code, message);

    private static string StuckFor(bool isVideo) =>
        $"The platform did not finish looking at the content within {PublishingPace.StuckAfter(isVideo).TotalMinutes} minutes.";
}
