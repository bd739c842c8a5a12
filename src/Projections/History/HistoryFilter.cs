namespace Campaigns.Projections.History;

/// <summary>Which events to list; what is null does not matter. Instants are UTC.</summary>
/// <param name="Kind">Of this kind of aggregate, such as <c>publication</c>.</param>
/// <param name="Aggregate">Of this aggregate alone.</param>
/// <param name="Campaign">Of this campaign, its publications and its AI jobs.</param>
/// <param name="Actor">That this user, or <c>system:…</c>, asked for.</param>
/// <param name="Name">Stored under this name.</param>
/// <param name="From">At this instant or later.</param>
/// <param name="To">Before this instant.</param>
public sealed record HistoryFilter(
    string? Kind = null,
    Guid? Aggregate = null,
    Guid? Campaign = null,
    string? Actor = null,
    string? Name = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
);
