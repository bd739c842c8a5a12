using System.Runtime.CompilerServices;
using Campaigns.EventStore.Serialization;

namespace Campaigns.EventStore.InMemory;

/// <summary>The log in this process's memory, for tests. Events pass through the codec, so that what cannot be stored shows here as well.</summary>
internal sealed class InMemoryEventStore(EventCodec codec) : IEventStore
{
    private readonly Lock gate = new();
    private readonly List<StoredEvent> log = [];
    private readonly Dictionary<StreamName, List<StoredEvent>> streams = [];
    private TaskCompletionSource appended = NewSignal();

    public Task<Appended> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct = default)
    {
        AppendRequest.Check(stream, expectedVersion, events);
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<Appended>(ct);
        var encoded = events
            .Select(e => (e.Id, Name: codec.NameOf(e.Event), Meta: MetadataCodec.Encode(e.Metadata), Data: EventCodec.Encode(e.Event)))
            .ToList();
        lock (gate)
        {
            var stored = streams.TryGetValue(stream, out var known) ? known : [];
            if (stored.Count != expectedVersion)
                return Repeated(stored, expectedVersion, events) is { } first
                    ? Task.FromResult(first)
                    : Task.FromException<Appended>(new StreamMovedException(stream, expectedVersion, stored.Count));

            foreach (var e in encoded)
            {
                var next = new StoredEvent((ulong)log.Count + 1, stream, stored.Count + 1, e.Id, e.Name, e.Meta, e.Data);
                stored.Add(next);
                log.Add(next);
            }
            streams[stream] = stored;
            Interlocked.Exchange(ref appended, NewSignal()).SetResult();
            return Task.FromResult(new Appended(stored.Count, new(stored[^1].Position)));
        }
    }

    public async IAsyncEnumerable<RecordedEvent> Read(
        StreamName stream,
        long after = 0,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        await Task.CompletedTask;
        foreach (var stored in Tail(stream, after))
        {
            ct.ThrowIfCancellationRequested();
            yield return stored.Read(codec);
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await Task.CompletedTask;
        foreach (var stored in After(after, int.MaxValue))
        {
            ct.ThrowIfCancellationRequested();
            yield return stored.Read(codec);
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var more = Volatile.Read(ref appended).Task; // before looking: an append after the look then wakes us
            var batch = After(after, batchSize).ConvertAll(stored => stored.Read(codec));
            if (batch.Count == 0)
            {
                await more.WaitAsync(ct);
                continue;
            }
            yield return batch;
            after = batch[^1].Position;
        }
    }

    public Task<LogPosition> Head(CancellationToken ct = default)
    {
        lock (gate)
            return Task.FromResult(new LogPosition((ulong)log.Count));
    }

    private static Appended? Repeated(List<StoredEvent> stored, long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        var there = stored.Skip((int)Math.Min(expectedVersion, int.MaxValue)).Take(events.Count).ToList();
        return there.Select(e => e.Id).SequenceEqual(events.Select(e => e.Id)) ? new(there[^1].Version, new(there[^1].Position)) : null;
    }

    private List<StoredEvent> Tail(StreamName stream, long after)
    {
        lock (gate)
            return streams.TryGetValue(stream, out var stored) ? stored.FindAll(e => e.Version > after) : [];
    }

    private List<StoredEvent> After(LogPosition after, int most)
    {
        lock (gate)
        {
            var from = (int)Math.Min(after.ToUInt64(), (ulong)log.Count);
            return log.GetRange(from, Math.Min(most, log.Count - from));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
