using Campaigns.Domain.Campaigns;

namespace Campaigns.Projections.Campaigns;

/// <summary>Which campaigns to list; what is null does not matter. Instants are UTC.</summary>
/// <param name="Search">In name or brief, whatever the case.</param>
/// <param name="Brand">Of this brand.</param>
/// <param name="Writing">Whose writing stands so.</param>
/// <param name="WithReview">That have an item whose review stands so.</param>
/// <param name="CreatedFrom">Begun at this instant or later.</param>
/// <param name="CreatedTo">Begun before this instant.</param>
public sealed record CampaignFilter(
    string? Search = null,
    Guid? Brand = null,
    IReadOnlyCollection<WritingState>? Writing = null,
    IReadOnlyCollection<ReviewState>? WithReview = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null
);

/// <summary>What campaigns are sorted by.</summary>
public enum CampaignOrder
{
    /// <summary>When they were begun.</summary>
    CreatedAt,

    /// <summary>When anything last happened to them.</summary>
    UpdatedAt,

    /// <summary>Their names, whatever the case.</summary>
    Name,
}
