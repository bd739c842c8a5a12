namespace Campaigns.Projections.Publications;

/// <summary>Which publications to list; what is null does not matter. Instants are UTC.</summary>
/// <param name="Status">That stand so.</param>
/// <param name="Campaign">Of this campaign.</param>
/// <param name="Item">Of this item.</param>
/// <param name="Account">On this account.</param>
/// <param name="DueFrom">Due at this instant or later.</param>
/// <param name="DueTo">Due before this instant.</param>
/// <param name="Search">In the caption, whatever the case.</param>
public sealed record PublicationFilter(
    IReadOnlyCollection<PublicationStatus>? Status = null,
    Guid? Campaign = null,
    Guid? Item = null,
    Guid? Account = null,
    DateTimeOffset? DueFrom = null,
    DateTimeOffset? DueTo = null,
    string? Search = null
);

/// <summary>What publications are sorted by.</summary>
public enum PublicationOrder
{
    /// <summary>When they are due.</summary>
    DueAt,

    /// <summary>When anything last happened to them.</summary>
    UpdatedAt,
}
