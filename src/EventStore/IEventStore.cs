namespace Campaigns.EventStore;

/// <summary>The append-only log. Positions are gap-free to readers: whoever reads above a position misses nothing that is ever committed.</summary>
public interface IEventStore
{
    /// <summary>Appends all events or none. When it returns, they are committed.</summary>
    /// <param name="stream">The stream to append to.</param>
    /// <param name="expectedVersion">The number of events the stream has; 0 when it is new.</param>
    /// <param name="events">At least one.</param>
    /// <param name="ct">Gives up waiting; the append may still be committed.</param>
    /// <exception cref="StreamMovedException">The stream is at another version, and its events there are not these.</exception>
    /// <exception cref="EventStoreUnavailableException">Not known to be committed; retry after reading.</exception>
    Task<Appended> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct = default);

    /// <summary>One stream's events in order, after version <paramref name="after"/>.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    IAsyncEnumerable<RecordedEvent> Read(StreamName stream, long after = 0, CancellationToken ct = default);

    /// <summary>All events in commit order after a position, to the end of the log as it is now.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, CancellationToken ct = default);

    /// <summary>
    /// All events after a position, for ever: at the log's end it waits for more. Batches are what could be read at once, never empty
    /// and at most <paramref name="batchSize"/> long. Lost connections are retried within.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(LogPosition after, int batchSize = 1000, CancellationToken ct = default);

    /// <summary>The place of the last committed event.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    Task<LogPosition> Head(CancellationToken ct = default);
}
