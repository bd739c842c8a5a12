using System.Runtime.CompilerServices;
using Campaigns.EventStore.Sealing;
using Campaigns.EventStore.Serialization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>The log in the schema <c>log</c>. Appends go through few writers; reads take connections as they need them.</summary>
internal sealed class PostgresEventStore(NpgsqlDataSource source, SealedLog seals, PostgresEventStoreOptions options, ILogger log)
    : IEventStore,
        IAsyncDisposable
{
    private const int StreamPage = 1_000;

    private readonly GroupCommit[] writers = [.. Enumerable.Range(0, options.Writers).Select(_ => new GroupCommit(source, options, log))];
    private readonly LateAppends late = new();
    private readonly LogReader reader = new(source, options);
    private readonly LogListener listener = new(source, options, log);

    public Task<Appended> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct = default)
    {
        AppendRequest.Check(stream, expectedVersion, events);
        if (ct.IsCancellationRequested)
            return Task.FromCanceled<Appended>(ct);
        return AppendTelemetry.IsWatched ? Watched(stream, expectedVersion, events, ct) : Send(stream, expectedVersion, events, ct);
    }

    public async IAsyncEnumerable<RecordedEvent> Read(
        StreamName stream,
        long after = 0,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        while (true)
        {
            var page = await reader.OfStream(stream, after, StreamPage, ct);
            foreach (var recorded in await seals.Read(page, ct))
                yield return recorded;
            if (page.Count < StreamPage)
                yield break;
            after = page[^1].Version;
        }
    }

    public async IAsyncEnumerable<RecordedEvent> ReadAll(LogPosition after, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var pages = new PagesAhead(reader, seals, after, await reader.Head(ct), ct);
        while (await pages.Next() is { } page)
            foreach (var recorded in page)
            {
                ct.ThrowIfCancellationRequested();
                yield return recorded;
            }
    }

    public async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> Subscribe(
        LogPosition after,
        int batchSize = 1000,
        [EnumeratorCancellation] CancellationToken ct = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var last = TimeSpan.Zero; // since the process began
        while (true)
        {
            if (last + options.BetweenReads - Now is { Ticks: > 0 } rest)
                await Task.Delay(rest, ct);
            last = Now;
            var more = listener.Next;
            var page = await TryRead(after, batchSize, ct);
            if (page.Count == 0)
            {
                await more.WaitAsync(options.PollEvery, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ct.ThrowIfCancellationRequested();
                continue;
            }
            after = page[^1].Position;
            yield return page;
            if (page.Count < batchSize)
                continue;
            await foreach (var batch in CatchUp(after, batchSize, ct))
            {
                after = batch[^1].Position;
                yield return batch;
            }
        }
    }

    public Task<LogPosition> Head(CancellationToken ct = default) => reader.Head(ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers)
            await writer.DisposeAsync();
        await listener.DisposeAsync();
    }

    private static TimeSpan Now => TimeSpan.FromMilliseconds(Environment.TickCount64);

    // By itself, so that an unwatched append pays for no closure.
    private Task<Appended> Watched(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct) =>
        AppendTelemetry.Watch(stream, events.Count, () => Send(stream, expectedVersion, events, ct));

    private Task<Appended> Send(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken ct)
    {
        // Encoded and sealed here, on the caller's thread: the writer's time is everybody's.
        var encoding = seals.Encode(stream, expectedVersion, events, ct);
        return encoding.IsCompletedSuccessfully && late.IsEmpty
            ? Enqueue(stream, expectedVersion, encoding.Result, ct)
            : SendLate(stream, expectedVersion, encoding, ct);
    }

    private Task<Appended> SendLate(StreamName stream, long expectedVersion, ValueTask<EncodedEvent[]> encoding, CancellationToken ct) =>
        late.Follow(stream.Tenant, encoding, encoded => Enqueue(stream, expectedVersion, encoded, ct));

    private Task<Appended> Enqueue(StreamName stream, long expectedVersion, EncodedEvent[] encoded, CancellationToken ct)
    {
        var append = new PendingAppend(stream, expectedVersion, encoded, ct);
        return WriterOf(stream).TryAdd(append)
            ? append.Outcome.WaitAsync(ct)
            : Task.FromException<Appended>(
                new EventStoreUnavailableException("The event log takes no more appends: too many wait, or it is closing.")
            );
    }

    // Always the same for a stream: it knows the stream's version, and keeps the order of its appends.
    private GroupCommit WriterOf(StreamName stream) =>
        writers[(uint)stream.Value.GetHashCode(StringComparison.Ordinal) % (uint)writers.Length];

    /// <summary>To where the log ends now, decoded ahead; ends early, with a warning, when the log cannot be read.</summary>
    private async IAsyncEnumerable<IReadOnlyList<RecordedEvent>> CatchUp(
        LogPosition after,
        int batchSize,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        PagesAhead? pages = null;
        var batch = new List<RecordedEvent>(batchSize);
        while (await TryNext() is { } page)
            foreach (var recorded in page)
            {
                batch.Add(recorded);
                if (batch.Count < batchSize)
                    continue;
                yield return batch;
                batch = new(batchSize);
            }
        if (batch.Count > 0)
            yield return batch;

        async Task<List<RecordedEvent>?> TryNext()
        {
            try
            {
                pages ??= new(reader, seals, after, await reader.Head(ct), ct);
                return await pages.Next();
            }
            catch (EventStoreUnavailableException away)
            {
                log.LogWarning(away, "A subscriber cannot read the event log; it tries again.");
                return null;
            }
        }
    }

    private async Task<List<RecordedEvent>> TryRead(LogPosition after, int most, CancellationToken ct)
    {
        try
        {
            return await seals.Read(await reader.OfAll(after, most, ct), ct);
        }
        catch (EventStoreUnavailableException away)
        {
            log.LogWarning(away, "A subscriber cannot read the event log; it tries again.");
            return [];
        }
    }
}
