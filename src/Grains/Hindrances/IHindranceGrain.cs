using Campaigns.Domain.Hindrances;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Hindrances;

/// <summary>
/// Says of a tenant's posts why they have not gone out: read from the log, beside the aggregates, so that asking moves nothing. Any call may
/// throw <see cref="StoreAwayException"/>.
/// </summary>
public interface IHindranceGrain : IGrainWithStringKey
{
    /// <summary>What keeps each back, the decisive first; empty for those that are live, have ended or do not exist.</summary>
    /// <param name="publications">Which, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="ct">Stops reading.</param>
    Task<Dictionary<Guid, Hindrance[]>> Of(Guid[] publications, CancellationToken ct = default);

    /// <summary>So many may be asked for at once.</summary>
    public const int MostAtOnce = 500;
}
