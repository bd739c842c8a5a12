using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore;

/// <summary>All events of one tenant, for taking them along.</summary>
public interface ITenantEvents
{
    /// <summary>The next events, stream by stream in the order of their names, each stream in its own order.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The place to go on from; null: the beginning.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="ct">Stops reading.</param>
    /// <returns>Fewer than asked for only at the end.</returns>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    Task<IReadOnlyList<RecordedEvent>> Next(TenantId tenant, StreamPoint? after, int most, CancellationToken ct = default);
}

/// <summary>A place in a stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The last event before the place.</param>
public readonly record struct StreamPoint(StreamName Stream, long Version);
