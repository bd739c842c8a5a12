namespace Campaigns.Projections.History;

/// <summary>Which events to follow; what is null does not matter.</summary>
/// <param name="Kind">Of this kind of aggregate, such as <c>publication</c>.</param>
/// <param name="Aggregate">Of this aggregate alone.</param>
/// <param name="Campaign">Of publications or AI jobs of this campaign alone.</param>
/// <param name="Names">Stored under one of these names.</param>
public sealed record ChangeFilter(string Kind, Guid? Aggregate = null, Guid? Campaign = null, IReadOnlyCollection<string>? Names = null);

/// <summary>A piece of what happened, in the order of the log.</summary>
/// <param name="Rows">The events.</param>
/// <param name="Position">Whatever meets the filter up to here has been given: go on from here.</param>
public sealed record ChangePage(IReadOnlyList<HistoryRow> Rows, string Position);
