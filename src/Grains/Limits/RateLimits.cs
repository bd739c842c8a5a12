using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Grains.Limits;

/// <summary>Asks the grain that counts.</summary>
internal sealed class RateLimits(IGrainFactory grains) : IRateLimits
{
    public Task<RateVerdict> Take(RateLimit limit, TenantId tenant, ActorId person, CancellationToken ct) =>
        grains.RateLimit(tenant, limit.Name).Take(limit, person).WaitAsync(ct);
}
