using Campaigns.EventStore;

namespace Campaigns.Projections.Tests;

/// <summary>A log of which no stream can be read; where there is another behind it, everything else is as there.</summary>
internal sealed class LostLog(IEventStore? behind = null, Func<CancellationToken, Task>? first = null) : IEventStore
{
    public async IAsyncEnumerable<RecordedEvent> Read(
        StreamName stream,
        long after = 0,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default
    )
    {
        if (first is not null)
            await first(ct);
        await foreach (var _ in AsyncEnumerable.Empty<RecordedEvent>().WithCancellation(ct))
            yield return _;
        throw new EventStoreUnavailableException("Nobody finds it.");
    }

    public IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, CancellationToken ct = default) => Behind.ReadAll(after, ct);

    public Task<LogPosition> Head(CancellationToken ct = default) => Behind.Head(ct);

    public Task<Appended> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct = default) =>
        Behind.Append(stream, expectedVersion, events, ct);

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        CancellationToken ct = default
    ) => Behind.Subscribe(after, batchSize, ct);

    private IEventStore Behind => behind ?? throw new EventStoreUnavailableException("Nobody finds it.");
}
