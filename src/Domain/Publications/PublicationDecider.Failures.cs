using static Campaigns.Domain.Publications.Publication;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>What a problem leads to: see <see cref="ProblemPolicy"/>.</summary>
public static partial class PublicationDecider
{
    /// <summary>How many new containers are made of media that the platform could not work up.</summary>
    private const int MostUnprocessable = 1;

    /// <summary>A step failed, certainly without publishing.</summary>
    private static Decision<PublicationEvent> Failed(
        Order order,
        PublicationPhase phase,
        int failures,
        Problem problem,
        TimeSpan? wish,
        DateTimeOffset now
    )
    {
        var policy = ProblemPolicy.Of(problem.Class);
        if (failures + 1 >= policy.MostTries)
            return [new GaveUp(problem)];
        return [new AttemptFailed(phase, problem, now + policy.Wait(wish, failures + 1, order.Seed))];
    }

    /// <summary>The container is lost, or it was given its second chance; null when it may be used again.</summary>
    private static Decision<PublicationEvent>? Spoiled(
        Order order,
        ContainerId container,
        Problem problem,
        int failures,
        int dropped,
        DateTimeOffset now
    ) =>
        problem.Class switch
        {
            ProblemClass.MediaUnprocessable when dropped >= MostUnprocessable => (Decision<PublicationEvent>)[new GaveUp(problem)],
            ProblemClass.ContainerGone or ProblemClass.MediaUnprocessable => [Drop(container, problem, order, dropped, now)],
            ProblemClass.ContainerBusy when failures > 0 => [Drop(container, problem, order, dropped, now)],
            _ => null,
        };

    /// <summary>A container that can no longer be published: a new one, unless the reason lies in the media and would be the same again.</summary>
    private static Decision<PublicationEvent> Spent(
        Order order,
        ContainerId container,
        ContainerReading reading,
        int dropped,
        DateTimeOffset now
    ) =>
        ReasonOf(reading, "The container") is var reason && IsFinal(reason, dropped)
            ? [new GaveUp(reason)]
            : [Drop(container, reason, order, dropped, now)];

    /// <summary>
    /// After a call that may have gone through, one reading is not enough for a second container: that would be a second post. Several, spread over
    /// as long as the call's own deadline, are.
    /// </summary>
    private static Decision<PublicationEvent> FoundToBeSpent(
        Publishing publishing,
        ContainerReading reading,
        PublishingPace pace,
        DateTimeOffset now
    )
    {
        if (now < publishing.StartedAt + pace.CallDeadline || now < publishing.ReadAt + (pace.CallDeadline / 4))
            return [];
        return publishing.SpentReadings + 1 < PublishingPace.ReadingsToMakeAnew
            ? [new FoundSpent(publishing.Container.Id, reading.Status, now)]
            : Spent(publishing.Order, publishing.Container.Id, reading, publishing.Dropped, now);
    }

    private static Problem ReasonOf(ContainerReading reading, string what) =>
        reading.Problem ?? Gone(reading.Status.ToString().ToLowerInvariant(), $"{what} is {reading.Status}.");

    private static bool IsFinal(Problem reason, int dropped) =>
        reason.Class switch
        {
            ProblemClass.ContentRejected => true,
            ProblemClass.MediaUnprocessable or ProblemClass.MediaUnreachable => dropped >= MostUnprocessable,
            _ => false,
        };

    private static Decision<PublicationEvent> Drop(
        ContainerId container,
        string code,
        string message,
        Order order,
        int dropped,
        DateTimeOffset now
    ) => [Drop(container, new Problem(ProblemClass.ContainerGone, code, message), order, dropped, now)];

    private static ContainerDropped Drop(ContainerId container, Problem problem, Order order, int dropped, DateTimeOffset now) =>
        new(container, problem, now + ProblemPolicy.Of(problem.Class).Wait(wish: null, dropped + 1, order.Seed));
}
