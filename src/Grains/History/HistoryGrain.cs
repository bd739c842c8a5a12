using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Orleans.Concurrency;

namespace Campaigns.Grains.History;

/// <summary>Reads for one tenant. It has no state, so a silo may have several; few enough that long reading takes no threads from commands.</summary>
[StatelessWorker(MostAtOnce)]
internal sealed class HistoryGrain(Journal journal) : Grain, IHistoryGrain
{
    private const int MostAtOnce = 4;

    private StreamHistory History => new(journal.Events, TenantId.Parse(this.GetPrimaryKeyString()));

    public Task<StreamChanges> Changes(string kind, Guid? id, long[] versions, CancellationToken ct) =>
        Read(() => History.Changes(kind, id, versions, ct));

    public Task<AsOf<Campaign.Open>?> Campaign(CampaignId id, Moment until, CancellationToken ct) =>
        Read(() => History.Campaign(id, until, ct));

    public Task<AsOf<Tenant>> Settings(Moment until, CancellationToken ct) => Read(() => History.Settings(until, ct));

    private static async Task<T> Read<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }
}
