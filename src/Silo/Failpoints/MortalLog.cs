using Campaigns.EventStore;

namespace Campaigns.Silo.Failpoints;

/// <summary>The log, with a failpoint on both sides of each append.</summary>
internal sealed class MortalLog(IEventStore log, ArmedFailpoint failpoint) : IEventStore
{
    public async Task<Appended> Append(
        StreamName stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken ct = default
    )
    {
        foreach (var one in events)
            failpoint.Pass(Failpoint.BeforeAppend(one.Event.GetType()));
        var appended = await log.Append(stream, expectedVersion, events, ct);
        foreach (var one in events)
            failpoint.Pass(Failpoint.AfterAppend(one.Event.GetType()));
        return appended;
    }

    public IAsyncEnumerable<RecordedEvent> Read(StreamName stream, long after = 0, CancellationToken ct = default) =>
        log.Read(stream, after, ct);

    public IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, CancellationToken ct = default) => log.ReadAll(after, ct);

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        CancellationToken ct = default
    ) => log.Subscribe(after, batchSize, ct);

    public Task<LogPosition> Head(CancellationToken ct = default) => log.Head(ct);
}
