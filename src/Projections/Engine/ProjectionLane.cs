using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>Builds that stand at the same place in the log, and move together.</summary>
internal sealed class ProjectionLane(
    IReadOnlyList<Build> builds,
    IEventStore events,
    Func<IReadOnlyList<Build>, SqlBatch> batchOf,
    LogPosition position,
    int batchSize
)
{
    private const int FewestToShare = 1_000; // of events: below, a second transaction costs more than it saves

    private readonly SqlBatch all = batchOf(builds);

    /// <summary>Those that only ever add rows, of which there are the most, and the others: about half of the work each.</summary>
    private readonly IReadOnlyList<SqlBatch> halves =
    [
        .. builds.GroupBy(build => build.Projection.Revisits).Select(half => batchOf([.. half])),
    ];

    public IReadOnlyList<Build> Builds => builds;

    /// <summary>How far it has come.</summary>
    public LogPosition Position { get; private set; } = position;

    /// <summary>Whether the last thing it read was the log's end: only what comes anew is missing.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Follows the log until <paramref name="enough"/> says so after a batch.</summary>
    public async Task Run(Func<bool> enough, CancellationToken ct)
    {
        await foreach (var read in events.Subscribe(Position, batchSize, ct).Ahead(by: 1, ct))
        {
            await Apply(read, ct);
            AtEnd = read.Count < batchSize;
            if (enough())
                return;
        }
    }

    /// <summary>Takes in what is missing up to a place that the log has reached.</summary>
    public async Task CatchUp(LogPosition to, CancellationToken ct)
    {
        var missing = events.ReadAll(Position, ct).TakeWhile(recorded => recorded.Position <= to);
        await foreach (var read in missing.Chunk(batchSize).WithCancellation(ct))
            await Apply(read, ct);
    }

    private async Task Apply(IReadOnlyList<RecordedEvent> read, CancellationToken ct)
    {
        using var watched = ProjectionMeter.Watch(builds, read);
        try
        {
            await Commit(read, ct);
            watched.Committed();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            watched.Failed(e);
            throw;
        }
        Position = read[^1].Position;
    }

    private async Task Commit(IReadOnlyList<RecordedEvent> read, CancellationToken ct)
    {
        if (read.Count < FewestToShare)
            await all.Apply(Position, read, ct);
        else // far behind: where one of them fails, the other is ahead, and they meet again like any two lanes
            await Task.WhenAll(halves.Select(half => Task.Run(() => half.Apply(Position, read, ct), ct)));
    }
}
