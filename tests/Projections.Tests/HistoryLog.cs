using Campaigns.EventStore;

namespace Campaigns.Projections.Tests;

/// <summary>A log that holds a made-up history, and takes no more.</summary>
internal sealed class HistoryLog(IReadOnlyList<RecordedEvent> history) : IEventStore
{
    public IAsyncEnumerable<RecordedEvent> Read(StreamName stream, long after = 0, CancellationToken ct = default) =>
        history.Where(recorded => recorded.Stream == stream && recorded.Version > after).ToAsyncEnumerable();

    public IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, CancellationToken ct = default) =>
        history.Where(recorded => recorded.Position > after).ToAsyncEnumerable();

    public Task<LogPosition> Head(CancellationToken ct = default) => Task.FromResult(history[^1].Position);

    public Task<Appended> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct = default) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        CancellationToken ct = default
    ) => throw new NotSupportedException();
}
