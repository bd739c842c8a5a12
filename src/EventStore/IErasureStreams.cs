using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore;

/// <summary>Which tenants have a stream of an erasure.</summary>
public interface IErasureStreams
{
    /// <summary>Those whose erasure has begun, or is complete.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    Task<IReadOnlyList<TenantId>> List(CancellationToken ct = default);
}
