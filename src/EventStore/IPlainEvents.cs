using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore;

/// <summary>Events from before there were keys: no key that is destroyed takes them along.</summary>
public interface IPlainEvents
{
    /// <summary>Whether the tenant has any.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    Task<bool> Any(TenantId tenant, CancellationToken ct = default);
}
