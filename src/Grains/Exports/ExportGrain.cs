using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Orleans.Concurrency;

namespace Campaigns.Grains.Exports;

/// <summary>Has no state: a slow taker holds up nobody.</summary>
[StatelessWorker(MostAtOnce)]
internal sealed class ExportGrain(ExportPages pages) : Grain, IExportGrain
{
    private const int MostAtOnce = 2;

    public async Task<ExportedEvents> Events(string? after)
    {
        try
        {
            return await pages.Next(TenantId.Parse(this.GetPrimaryKeyString()), after);
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }
}
