using Row = Campaigns.Projections.Publications.PublicationStatus;

namespace Campaigns.Api.Publications;

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

    /// <summary>It could not go out; `lastProblem` says why.</summary>
    Failed,

    /// <summary>It was later than its `publishUntil`.</summary>
    Skipped,

    /// <summary>It was taken back, by a person or by an edit of its post.</summary>
    Withdrawn,

    /// <summary>A person must look at the account: whether it is out could not be found out.</summary>
    NeedsPerson,
}

/// <summary>The read models' words for it.</summary>
internal static class PublicationStatuses
{
    private static readonly (Row Row, PublicationStatus Shown)[] Pairs =
    [
        (Row.Scheduled, PublicationStatus.Scheduled),
        (Row.Held, PublicationStatus.Held),
        (Row.Publishing, PublicationStatus.Publishing),
        (Row.Live, PublicationStatus.Live),
        (Row.GaveUp, PublicationStatus.Failed),
        (Row.Skipped, PublicationStatus.Skipped),
        (Row.Withdrawn, PublicationStatus.Withdrawn),
        (Row.NeedsPerson, PublicationStatus.NeedsPerson),
    ];

    public static PublicationStatus ToShown(this Row status) => Pairs.First(pair => pair.Row == status).Shown;

    public static Row ToRow(this PublicationStatus status) => Pairs.First(pair => pair.Shown == status).Row;
}
