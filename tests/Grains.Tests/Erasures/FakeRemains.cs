using Campaigns.Domain.Erasures;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.Integrations;
using Campaigns.Keys;

namespace Campaigns.Grains.Tests.Erasures;

/// <summary>Keys, rows and files of tenants, of which only is remembered what became of them.</summary>
internal sealed class FakeRemains : ITenantKeys, ITenantRemains, IMediaShelf, IPlainEvents
{
    private readonly Lock gate = new();
    private readonly List<string> done = [];

    /// <summary>What was done, in its order.</summary>
    public IReadOnlyList<string> Done
    {
        get
        {
            lock (gate)
                return [.. done];
        }
    }

    /// <summary>How many of the next calls fail.</summary>
    public int Failures { get; set; }

    /// <summary>Tenants that have plain events.</summary>
    public HashSet<TenantId> Plain { get; } = [];

    public TimeSpan Lifetime => TimeSpan.FromSeconds(60);

    public Task<IReadOnlyList<Guid>> Destroy(TenantId tenant, CancellationToken ct)
    {
        Note("keys", tenant);
        return Task.FromResult<IReadOnlyList<Guid>>([Guid.Empty]);
    }

    public Task<IReadOnlyList<Removal>> Remove(TenantId tenant, CancellationToken ct)
    {
        Note("rows", tenant);
        return Task.FromResult<IReadOnlyList<Removal>>([new("read.history_a", 3)]);
    }

    public Task<long> Empty(TenantId tenant, CancellationToken ct)
    {
        Note("media", tenant);
        return Task.FromResult(2L);
    }

    public Task<bool> Any(TenantId tenant, CancellationToken ct) => Task.FromResult(Plain.Contains(tenant));

    // Nothing below is asked of it: the tests' log is plain.
    public ValueTask<DataKey> ForSealing(TenantId tenant, CancellationToken ct) => throw new NotSupportedException();

    public bool TryFind(Guid id, out FoundKey found) => throw new NotSupportedException();

    public Task Learn(IReadOnlyCollection<Guid> ids, CancellationToken ct) => throw new NotSupportedException();

    public Task<Guid> Rotate(TenantId tenant, CancellationToken ct) => throw new NotSupportedException();

    public IAsyncEnumerable<ShelvedMedia> List(TenantId tenant, CancellationToken ct) => throw new NotSupportedException();

    private void Note(string what, TenantId tenant)
    {
        lock (gate)
        {
            done.Add($"{what} of {tenant}");
            if (Failures-- > 0)
                throw new IOException("Fails, once it is done.");
        }
    }
}
