using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.EventSourcing;
using Orleans.Concurrency;

namespace Campaigns.Grains.Evidence;

/// <summary>Reads for one tenant. It has no state, so a silo may have several; few enough that long reading takes no threads from commands.</summary>
[StatelessWorker(MostAtOnce)]
internal sealed class EvidenceGrain(Journal journal) : Grain, IEvidenceGrain
{
    private const int MostAtOnce = 2;

    public async Task<byte[]?> PackOf(PublicationId id, CancellationToken ct)
    {
        try
        {
            return await new EvidenceFile(journal.Events, TenantId.Parse(this.GetPrimaryKeyString())).Of(id, ct);
        }
        catch (EventStoreUnavailableException e)
        {
            throw new StoreAwayException(e.Message);
        }
    }
}
