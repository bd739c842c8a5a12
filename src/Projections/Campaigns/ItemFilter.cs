using Campaigns.Domain.Campaigns;

namespace Campaigns.Projections.Campaigns;

/// <summary>Which items to list; what is null does not matter.</summary>
/// <param name="Campaign">Of this campaign.</param>
/// <param name="Review">Whose review stands so.</param>
/// <param name="Picture">Whose picture stands so.</param>
/// <param name="Platform">For these platforms.</param>
/// <param name="Search">In the caption, whatever the case.</param>
public sealed record ItemFilter(
    Guid? Campaign = null,
    IReadOnlyCollection<ReviewState>? Review = null,
    IReadOnlyCollection<PictureState>? Picture = null,
    IReadOnlyCollection<Platform>? Platform = null,
    string? Search = null
);

/// <summary>What items are sorted by.</summary>
public enum ItemOrder
{
    /// <summary>The order they were added to their campaign; sensible within one.</summary>
    Added,

    /// <summary>When anything last happened to them.</summary>
    UpdatedAt,
}
