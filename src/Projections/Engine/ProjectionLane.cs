using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>Builds that stand at the same place in the log, and move together.</summary>
internal sealed class ProjectionLane(IReadOnlyList<Build> builds, IEventStore events, SqlBatch batch, LogPosition position, int batchSize)
{
    public IReadOnlyList<Build> Builds => builds;

    /// <summary>How far it has come.</summary>
    public LogPosition Position { get; private set; } = position;

    /// <summary>Whether the last thing it read was the log's end: only what comes anew is missing.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Follows the log until <paramref name="enough"/> says so after a batch.</summary>
    public async Task Run(Func<bool> enough, CancellationToken ct)
    {
        await foreach (var read in events.Subscribe(Position, batchSize, ct).Ahead(by: 2, ct))
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
        await batch.Apply(Position, read, ct);
        Position = read[^1].Position;
    }
}
