using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Limits;

/// <summary>Counts requests across the cluster, and says which are too many. Restarts forget nothing; crashes, see the limit.</summary>
public interface IRateLimits
{
    /// <summary>Counts one request of a person, and of their tenant; or neither, when it is too many for either.</summary>
    /// <param name="limit">Of what, and how many.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="person">Who asks; also our own machinery, which is counted as a person of its own.</param>
    /// <param name="ct">Stops waiting; the request may have been counted.</param>
    /// <exception cref="StoreAwayException">The limit is written first, and the database is away: nothing was granted.</exception>
    Task<RateVerdict> Take(RateLimit limit, TenantId tenant, ActorId person, CancellationToken ct = default);
}
