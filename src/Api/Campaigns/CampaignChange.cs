using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.History;
using Campaigns.Api.Reading;
using Campaigns.Projections.History;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Campaigns;

/// <summary>Something happened to a campaign or its posts.</summary>
public sealed class CampaignChange(HistoryRow row) : IPlaced
{
    /// <summary>Its place in the log, opaque: give the last one seen as `after` to go on behind it.</summary>
    public string Position => Event.Position;

    /// <summary>What happened, when and by whom.</summary>
    public HistoryEntry Event { get; } = new(row);

    /// <summary>The campaign's id.</summary>
    public Guid CampaignId => row.Aggregate!.Value;

    /// <summary>The campaign as it is now, this change included.</summary>
    public IDataLoaderResult<CampaignView?> Campaign([FromServices] Lookups lookups) => lookups.Campaign(CampaignId);
}
