using Campaigns.Projections.History;

namespace Campaigns.Api.History;

/// <summary>Which events to list; what is left out does not matter.</summary>
/// <param name="SubjectKind">That happened to something of this kind.</param>
/// <param name="SubjectId">That happened to just this.</param>
/// <param name="CampaignId">Of this campaign, its publications and its AI jobs.</param>
/// <param name="Actor">That this user, or `system:…`, asked for.</param>
/// <param name="EventName">With this stored name.</param>
/// <param name="From">At this instant or later.</param>
/// <param name="To">Before this instant.</param>
public sealed record HistoryFilterInput(
    SubjectKind? SubjectKind = null,
    Guid? SubjectId = null,
    Guid? CampaignId = null,
    string? Actor = null,
    string? EventName = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
)
{
    internal HistoryFilter ToFilter() => new(SubjectKind?.ToRow(), SubjectId, CampaignId, Actor, EventName, From, To);
}
