using Campaigns.Domain;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Projections.Publications;

/// <summary>How far a publication has come.</summary>
public enum PublicationStage
{
    /// <summary>Nothing of it is at the platform.</summary>
    Waiting,

    /// <summary>Some files of a carousel are at the platform, the carousel itself is not.</summary>
    Assembling,

    /// <summary>The platform has the content and is looking at it.</summary>
    Uploaded,

    /// <summary>The platform could publish it.</summary>
    Ready,

    /// <summary>A publish call was begun: it may be public.</summary>
    Publishing,

    /// <summary>It is public.</summary>
    Live,

    /// <summary>It ended without going live; `status` says how.</summary>
    Ended,
}

/// <summary>What to show of a publication in one word.</summary>
public enum PublicationStatus
{
    /// <summary>It will go out when due.</summary>
    Scheduled,

    /// <summary>A person keeps it from going out.</summary>
    Held,

    /// <summary>It is being published, or the platform is asked whether it is out.</summary>
    Publishing,

    /// <summary>It is public.</summary>
    Live,

    /// <summary>It could not go out.</summary>
    GaveUp,

    /// <summary>It was too late by its late policy.</summary>
    Skipped,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>A person must look whether it is out.</summary>
    NeedsPerson,
}

/// <summary>How stages follow from events; the same for every table that shows them.</summary>
internal static class PublicationStages
{
    public static PublicationStage After(PublicationStage stage, DomainEvent happened) =>
        happened switch
        {
            ChildContainerCreated => PublicationStage.Assembling,
            ContainerCreated => PublicationStage.Uploaded,
            ContainerReady => PublicationStage.Ready,
            ContainerDropped => PublicationStage.Waiting,
            PublishStarted => PublicationStage.Publishing,
            // The same container again.
            AttemptFailed { Phase: PublicationPhase.Publish } => PublicationStage.Ready,
            WentLive => PublicationStage.Live,
            GaveUp or Skipped or Withdrawn or NeedsPerson when stage is not PublicationStage.Live => PublicationStage.Ended,
            _ => stage,
        };

    public static PublicationStatus After(PublicationStatus status, DomainEvent happened) =>
        happened switch
        {
            Held => PublicationStatus.Held,
            Released => PublicationStatus.Scheduled,
            PublishStarted => PublicationStatus.Publishing,
            AttemptFailed or ContainerDropped when status is PublicationStatus.Publishing => PublicationStatus.Scheduled,
            WentLive => PublicationStatus.Live,
            _ when status is PublicationStatus.Live => status,
            GaveUp => PublicationStatus.GaveUp,
            Skipped => PublicationStatus.Skipped,
            Withdrawn => PublicationStatus.Withdrawn,
            NeedsPerson => PublicationStatus.NeedsPerson,
            _ => status,
        };
}
