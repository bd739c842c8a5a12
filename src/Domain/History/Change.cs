using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.History;

/// <summary>One thing that an event made other than it was, in words for people.</summary>
/// <param name="Field">What, as the public schema names it, such as <c>caption</c>.</param>
/// <param name="From">What stood there; null: nothing.</param>
/// <param name="To">What stands there now; null: nothing.</param>
/// <param name="Item">The item whose it is; null for the aggregate's own.</param>
public sealed record Change(string Field, string? From, string? To, ItemId? Item = null);
