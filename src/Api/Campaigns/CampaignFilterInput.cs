using Campaigns.Api.Reading;
using Campaigns.Domain.Campaigns;
using Campaigns.Projections.Campaigns;

namespace Campaigns.Api.Campaigns;

/// <summary>Which campaigns to list; what is left out does not matter.</summary>
/// <param name="Search">With this in name or brief, whatever the case.</param>
/// <param name="BrandId">Of this brand.</param>
/// <param name="Writing">Whose writing stands so.</param>
/// <param name="Review">With a post whose review stands so.</param>
/// <param name="CreatedFrom">Begun at this instant or later.</param>
/// <param name="CreatedTo">Begun before this instant.</param>
public sealed record CampaignFilterInput(
    string? Search = null,
    Guid? BrandId = null,
    IReadOnlyList<WritingState>? Writing = null,
    IReadOnlyList<ReviewState>? Review = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null
)
{
    internal CampaignFilter ToFilter() => new(Search, BrandId, Writing, Review, CreatedFrom, CreatedTo);
}

/// <summary>How campaigns are ordered.</summary>
/// <param name="By">What by.</param>
/// <param name="Direction">Which way.</param>
public sealed record CampaignOrderInput(CampaignOrder By, OrderDirection Direction = OrderDirection.Asc);
