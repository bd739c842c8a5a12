using Campaigns.EventStore;

namespace Campaigns.Grains.Tests;

/// <summary>A log that fails when told to: before the append, or after it, when the events are committed and only the answer is lost.</summary>
internal sealed class FaultyEventStore(IEventStore inner) : IEventStore
{
    private readonly List<Fault> faults = [];

    /// <summary>The log is away until further notice.</summary>
    public bool Away { get; set; }

    /// <summary>How many faults have not happened yet.</summary>
    public int FaultsLeft => faults.Count;

    /// <summary>Lets an append to a stream of this category fail: the next one, or one after <paramref name="skip"/> others.</summary>
    public void FailNext(string category, bool committed, int skip = 0)
    {
        lock (faults)
            faults.Add(new(category, committed) { Skip = skip });
    }

    public async Task<Appended> Append(
        StreamName stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken ct = default
    )
    {
        Check();
        var fault = NextFor(stream);
        if (fault is { Committed: false })
            throw new EventStoreUnavailableException("cut before the append");
        var appended = await inner.Append(stream, expectedVersion, events, ct);
        if (fault is not null)
            throw new EventStoreUnavailableException("cut after the append");
        return appended;
    }

    public IAsyncEnumerable<RecordedEvent> Read(StreamName stream, long after = 0, CancellationToken ct = default)
    {
        Check();
        return inner.Read(stream, after, ct);
    }

    public IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, CancellationToken ct = default) => inner.ReadAll(after, ct);

    public IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        CancellationToken ct = default
    ) => inner.Subscribe(after, batchSize, ct);

    public Task<LogPosition> Head(CancellationToken ct = default) => inner.Head(ct);

    private void Check()
    {
        if (Away)
            throw new EventStoreUnavailableException("away");
    }

    private Fault? NextFor(StreamName stream)
    {
        lock (faults)
        {
            if (faults.Find(fault => fault.Category == stream.Category) is not { } next || next.Skip-- > 0)
                return null;
            faults.Remove(next);
            return next;
        }
    }

    private sealed class Fault(string category, bool committed)
    {
        public string Category => category;
        public bool Committed => committed;
        public int Skip { get; set; }
    }
}
