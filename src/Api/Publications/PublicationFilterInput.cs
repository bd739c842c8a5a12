using Campaigns.Api.Reading;
using Campaigns.Projections.Publications;

namespace Campaigns.Api.Publications;

/// <summary>Which publications to list; what is left out does not matter.</summary>
/// <param name="Status">That stand so.</param>
/// <param name="CampaignId">Of this campaign.</param>
/// <param name="ItemId">Of this post.</param>
/// <param name="AccountId">On this account.</param>
/// <param name="DueFrom">Due at this instant or later.</param>
/// <param name="DueTo">Due before this instant.</param>
/// <param name="Search">With this in the caption, whatever the case.</param>
public sealed record PublicationFilterInput(
    IReadOnlyList<PublicationStatus>? Status = null,
    Guid? CampaignId = null,
    Guid? ItemId = null,
    Guid? AccountId = null,
    DateTimeOffset? DueFrom = null,
    DateTimeOffset? DueTo = null,
    string? Search = null
)
{
    internal PublicationFilter ToFilter() =>
        new(Status?.Select(status => status.ToRow()).ToArray(), CampaignId, ItemId, AccountId, DueFrom, DueTo, Search);
}

/// <summary>How publications are ordered.</summary>
/// <param name="By">What by.</param>
/// <param name="Direction">Which way.</param>
public sealed record PublicationOrderInput(PublicationOrder By, OrderDirection Direction = OrderDirection.Asc);
