using Campaigns.Api.Campaigns;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using Campaigns.Projections.Campaigns;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Subscription
{
    /// <summary>Whatever happens to a campaign or to its posts.</summary>
    /// <param name="id">Which campaign; null: any of the tenant.</param>
    /// <param name="after">The `position` of the last element seen, or of a receipt: only what follows it. Null: from now on.</param>
    public static Task<IObservable<CampaignChange>> CampaignChanged(
        [FromServices] ChangeStreams streams,
        Guid? id,
        string? after,
        CancellationToken ct
    ) => streams.Follow(new("campaign", Aggregate: id), ReadModels.Campaigns, after, row => new CampaignChange(row), ct);

    /// <summary>Whatever happens to the posts of a campaign. Posts that are written at once are one element.</summary>
    /// <param name="campaignId">Which campaign's; null: of any of the tenant.</param>
    /// <param name="after">The `position` of the last element seen, or of a receipt: only what follows it. Null: from now on.</param>
    public static Task<IObservable<PostChange>> PostChanged(
        [FromServices] ChangeStreams streams,
        Guid? campaignId,
        string? after,
        CancellationToken ct
    ) =>
        streams.Follow(
            new("campaign", Aggregate: campaignId, Names: ItemChanges.Names),
            ReadModels.Items,
            after,
            row => new PostChange(row),
            ct
        );
}
