using Campaigns.EventStore;

namespace Campaigns.Grains.Tests;

/// <summary>A log that fails when told to: before the append, or after it, when the events are committed and only the answer is lost.</summary>
internal sealed class FaultyEventStore(IEventStore inner) : IEventStore
{
    private readonly List<Fault> faults = [];

    /// <summary>The log is away until further notice.</summary>
    public bool Away { get; set; }

    /// <summary>How many appends there were; tests set it back.</summary>
    public int Appends { get; set; }

    /// <summary>How many faults have not happened yet.</summary>
    public int FaultsLeft => faults.Count;

    /// <summary>What happens elsewhere after the next append to a stream of this category, before its caller hears of it.</summary>
    public (string Category, int Skip, Func<StreamName, IEventStore, Task> Happens)? AfterNext { get; set; }

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
        Appends++;
        var fault = NextFor(stream);
        if (fault is { Committed: false })
            throw new EventStoreUnavailableException("cut before the append");
        var appended = await inner.Append(stream, expectedVersion, events, ct);
        if (fault is not null)
            throw new EventStoreUnavailableException("cut after the append");
        await Elsewhere(stream);
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

    private async Task Elsewhere(StreamName stream)
    {
        if (AfterNext is not { } after || after.Category != stream.Category)
            return;
        AfterNext = after.Skip > 0 ? after with { Skip = after.Skip - 1 } : null;
        if (AfterNext is null)
            await after.Happens(stream, inner);
    }

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
