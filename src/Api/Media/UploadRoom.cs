using System.Threading.RateLimiting;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Media;

/// <summary>
/// Room for a few uploads at once, since each keeps a whole file in memory, and for fewer of one tenant, so that the others find some. Nobody
/// queues: who finds it full comes again.
/// </summary>
internal sealed class UploadRoom : IDisposable
{
    private const int Places = 8;
    private const int PlacesOfOne = 3;

    private readonly PartitionedRateLimiter<TenantId> _places = PartitionedRateLimiter.CreateChained(
        Room(tenant => tenant.Value, PlacesOfOne),
        Room(_ => "", Places)
    );

    /// <summary>A place, if one is free, until it is disposed.</summary>
    public RateLimitLease Enter(TenantId tenant) => _places.AttemptAcquire(tenant);

    public void Dispose() => _places.Dispose();

    private static PartitionedRateLimiter<TenantId> Room(Func<TenantId, string> who, int places) =>
        PartitionedRateLimiter.Create<TenantId, string>(tenant =>
            RateLimitPartition.GetConcurrencyLimiter(who(tenant), _ => new() { PermitLimit = places, QueueLimit = 0 })
        );
}
