using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.History;

/// <summary>
/// What happened to one tenant's things, and how they were: read from the log, beside the aggregates, so that no command waits for it. Any call
/// may throw <see cref="StoreAwayException"/>; those that tell how something was, <see cref="TooMuchHistoryException"/>.
/// </summary>
public interface IHistoryGrain : IGrainWithStringKey
{
    /// <summary>What events of one stream changed, from what to what.</summary>
    /// <param name="kind">The kind of aggregate, such as <c>publication</c>.</param>
    /// <param name="id">The aggregate's id; null for the tenant's settings.</param>
    /// <param name="versions">Which events, by their places in the stream.</param>
    /// <param name="ct">Stops reading.</param>
    Task<StreamChanges> Changes(string kind, Guid? id, long[] versions, CancellationToken ct = default);

    /// <summary>A campaign and its items as they were; null when the tenant had no such campaign then.</summary>
    /// <param name="id">Which.</param>
    /// <param name="until">When.</param>
    /// <param name="ct">Stops reading.</param>
    Task<AsOf<Campaign.Open>?> Campaign(CampaignId id, Moment until, CancellationToken ct = default);

    /// <summary>The tenant's settings as they were; the defaults before anything was said.</summary>
    /// <param name="until">When.</param>
    /// <param name="ct">Stops reading.</param>
    Task<AsOf<Tenant>> Settings(Moment until, CancellationToken ct = default);
}
