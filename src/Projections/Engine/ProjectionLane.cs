using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>Projections that stand at the same place in the log, and move together.</summary>
internal sealed class ProjectionLane(string[] names, IEventStore events, SqlBatch batch, LogPosition position, int batchSize)
{
    public IReadOnlyList<string> Projections => names;

    /// <summary>How far it has come.</summary>
    public LogPosition Position { get; private set; } = position;

    /// <summary>Follows the log until <paramref name="enough"/> says so after a batch.</summary>
    public async Task Run(Func<bool> enough, CancellationToken ct)
    {
        await foreach (var read in events.Subscribe(Position, batchSize, ct).Ahead(by: 2, ct))
        {
            await batch.Apply(Position, read, ct);
            Position = read[^1].Position;
            if (enough())
                return;
        }
    }
}
