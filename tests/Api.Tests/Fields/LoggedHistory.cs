using System.Collections.Concurrent;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Grains.History;

namespace Campaigns.Api.Tests.Fields;

/// <summary>A history grain without a silo around it: it reads the log just the same, and notes what it is asked about.</summary>
internal sealed class LoggedHistory(IEventStore events, TenantId tenant, ConcurrentQueue<string> asked) : IHistoryGrain
{
    private readonly StreamHistory history = new(events, tenant, mostFolded: 20);

    public Task<StreamChanges> Changes(string kind, Guid? id, long[] versions, CancellationToken ct = default)
    {
        asked.Enqueue($"{kind} {string.Join(' ', versions)}");
        return history.Changes(kind, id, versions, ct);
    }

    public Task<AsOf<Campaign.Open>?> Campaign(CampaignId id, Moment until, CancellationToken ct = default)
    {
        asked.Enqueue($"campaign {id} {until}");
        return history.Campaign(id, until, ct);
    }

    public Task<AsOf<Tenant>> Settings(Moment until, CancellationToken ct = default) => history.Settings(until, ct);
}
