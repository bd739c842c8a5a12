using Campaigns.Domain;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Limits;

/// <summary>Counts one tenant's requests of one kind: those of each person, and of all.</summary>
internal interface IRateLimitGrain : IGrainWithStringKey
{
    /// <summary>See <see cref="IRateLimits.Take"/>.</summary>
    /// <exception cref="StoreAwayException">As there.</exception>
    Task<RateVerdict> Take(RateLimit limit, ActorId person);
}
