using Campaigns.Domain.Publications;
using Campaigns.Grains.EventSourcing;

namespace Campaigns.Grains.Evidence;

/// <summary>
/// Gathers what happened to a tenant's posts: read from the log, beside the aggregates, so that no command waits for it. Any call may throw
/// <see cref="StoreAwayException"/>.
/// </summary>
public interface IEvidenceGrain : IGrainWithStringKey
{
    /// <summary>The evidence pack of a publication, as a file; null when the tenant has no such publication.</summary>
    /// <param name="id">Which.</param>
    /// <param name="ct">Stops reading.</param>
    Task<byte[]?> PackOf(PublicationId id, CancellationToken ct = default);
}
