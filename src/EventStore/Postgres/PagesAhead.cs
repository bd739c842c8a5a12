using Campaigns.EventStore.Sealing;

namespace Campaigns.EventStore.Postgres;

/// <summary>
/// A stretch of the log in pages, of which some are read and decoded side by side while the caller works on an earlier one. Pages are
/// stretches of positions, so that none has to wait to learn where the one before it ended.
/// </summary>
internal sealed class PagesAhead(LogReader reader, SealedLog seals, LogPosition after, LogPosition upTo, CancellationToken ct)
{
    private const ulong Positions = 2_500;

    /// <summary>One is decrypted and decoded while the database sends the other; more only where there are cores for them.</summary>
    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 2, 6);

    private readonly Queue<Task<List<RecordedEvent>>> coming = [];
    private LogPosition asked = after;

    /// <summary>The next page in the order of the log; null at the end.</summary>
    /// <exception cref="EventStoreUnavailableException">The log could not be read.</exception>
    public async Task<List<RecordedEvent>?> Next()
    {
        while (coming.Count <= AtOnce && asked < upTo)
        {
            var end = new LogPosition(Math.Min(asked.ToUInt64() + Positions, upTo.ToUInt64()));
            coming.Enqueue(Page(asked, end));
            asked = end;
        }
        return coming.TryDequeue(out var page) ? await page : null;
    }

    private async Task<List<RecordedEvent>> Page(LogPosition from, LogPosition to)
    {
        // Off the caller's thread from the first row: what has arrived already is read without waiting.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        return await reader.Between(from, to, seals, ct);
    }
}
