using Campaigns.Projections.Generations;

namespace Campaigns.Api.Generations;

/// <summary>Which AI jobs; what is null does not matter.</summary>
/// <param name="CampaignId">For this campaign.</param>
/// <param name="ItemId">For this post.</param>
/// <param name="Kind">That make one of these.</param>
/// <param name="State">That stand so.</param>
public sealed record GenerationFilterInput(
    Guid? CampaignId = null,
    Guid? ItemId = null,
    IReadOnlyList<GenerationKind>? Kind = null,
    IReadOnlyList<GenerationState>? State = null
)
{
    internal GenerationFilter ToFilter() => new(CampaignId, ItemId, Kind, State);
}
