using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Campaigns.EventStore.Postgres;

/// <summary>Appends on their way to the writer: many put in, one takes out whatever has gathered meanwhile.</summary>
internal sealed class AppendQueue(PostgresEventStoreOptions options)
{
    private readonly Channel<PendingAppend> arriving = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(options.MostWaiting) { SingleReader = true }
    );
    private Queue<PendingAppend> deferred = [];

    /// <summary>False when too many wait, or the writer has closed.</summary>
    public bool TryAdd(PendingAppend append) => arriving.Writer.TryWrite(append);

    /// <summary>Waits for something to take; false when closed and empty.</summary>
    public ValueTask<bool> WaitForMore() => deferred.Count > 0 ? new(true) : arriving.Reader.WaitToReadAsync();

    public void Close() => arriving.Writer.TryComplete();

    /// <summary>
    /// As many as fit into one batch, each stream once: its next append waits for the next batch, as it builds on this one's outcome.
    /// </summary>
    public List<PendingAppend> Take()
    {
        var batch = new List<PendingAppend>();
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var later = new Queue<PendingAppend>();
        var (events, bytes) = (0, 0);

        while (later.Count < options.BatchEvents && TryNext(out var append))
        {
            if (append.IsAbandoned)
                continue;
            var fits =
                batch.Count == 0 || (events + append.Events.Length <= options.BatchEvents && bytes + append.Bytes <= options.BatchBytes);
            if (!fits || !streams.Add(append.Stream.Value))
            {
                later.Enqueue(append);
                if (!fits)
                    break;
                continue;
            }
            batch.Add(append);
            events += append.Events.Length;
            bytes += append.Bytes;
        }

        foreach (var append in deferred)
            later.Enqueue(append);
        deferred = later;
        return batch;
    }

    /// <summary>Takes everything: the database is away, and nobody shall wait to hear it.</summary>
    public IEnumerable<PendingAppend> TakeAll()
    {
        while (TryNext(out var append))
            yield return append;
    }

    private bool TryNext([NotNullWhen(true)] out PendingAppend? append) =>
        deferred.TryDequeue(out append) || arriving.Reader.TryRead(out append);
}
