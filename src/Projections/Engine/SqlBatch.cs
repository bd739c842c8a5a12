using Campaigns.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Takes a batch of events into projections that stand at the same place: one query loads every row it touches, and one transaction holds
/// the new rows, the parked events, the checkpoints and the notification. So a batch is in or it is not, however often it is tried.
/// </summary>
internal sealed class SqlBatch(
    NpgsqlDataSource source,
    IReadOnlyList<Build> builds,
    TimeProvider clock,
    RunnerLease? lease = null,
    ILogger? logger = null
)
{
    private const int MostSaid = 20; // of the events that one batch parks: a log is no place for thousands

    private readonly string[] read = [.. builds.Where(build => build.State is BuildState.Live).Select(build => build.Name)];

    /// <summary>Applies events that follow <paramref name="expected"/>, where the checkpoints must stand.</summary>
    /// <exception cref="CheckpointMovedException">They stand elsewhere. Nothing was applied.</exception>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was applied.</exception>
    /// <exception cref="NpgsqlException">The database is away. Whether the batch is in is told by the checkpoints.</exception>
    public async Task Apply(LogPosition expected, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        try
        {
            await Commit(expected, events, ct);
        }
        catch (Exception e) when (Misfit.IsAboutTheData(e))
        {
            await ApplyInParts(expected, events, ct);
        }
    }

    /// <summary>Halves the batch until the event that the database refuses stands alone.</summary>
    private async Task ApplyInParts(LogPosition expected, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        if (events.Count == 1)
        {
            await CommitEach(expected, events[0], ct);
            return;
        }
        var half = events.Count / 2;
        await Apply(expected, [.. events.Take(half)], ct);
        await Apply(events[half - 1].Position, [.. events.Skip(half)], ct);
    }

    private async Task Commit(LogPosition expected, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        var changes = builds.Select(build => build.Projection.Begin(events, build.Table)).ToList();
        await Load(connection, lease, builds, expected, changes, ct);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var change in changes)
        foreach (var write in change.Fold())
            batch.BatchCommands.Add(write);
        var parked = builds.Zip(changes).SelectMany(one => one.Second.Parked.Select(misfit => (one.First, misfit))).ToList();
        await Finish(batch, parked, events, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// The last resort for an event that cannot be taken in: each projection on its own, and those that fail park it. After each failure all
    /// begins anew without the one that failed, as some failures leave a connection that can do nothing more.
    /// </summary>
    private async Task CommitEach(LogPosition expected, RecordedEvent recorded, CancellationToken ct)
    {
        List<(Build Build, ParkedEvent Event)> parked = [];
        while (await TryCommitEach(expected, recorded, parked, ct) is { } misfit)
            parked.Add(misfit);
    }

    /// <returns>The projection that cannot take it in; null when all is committed.</returns>
    private async Task<(Build, ParkedEvent)?> TryCommitEach(
        LogPosition expected,
        RecordedEvent recorded,
        IReadOnlyList<(Build Build, ParkedEvent Event)> refused,
        CancellationToken ct
    )
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Load(connection, lease, builds, expected, [], ct);

        List<(Build, ParkedEvent)> parked = [.. refused];
        foreach (var build in builds.Where(build => !refused.Any(one => one.Build == build)))
            try
            {
                var change = build.Projection.Begin([recorded], build.Table);
                await Write(connection, change, ct);
                parked.AddRange(change.Parked.Select(misfit => (build, misfit)));
            }
            catch (Exception e) when (Misfit.IsAboutTheData(e))
            {
                return (build, new(build.Name, recorded, Misfit.ReasonOf(e), e));
            }

        await using var last = new NpgsqlBatch(connection);
        await Finish(last, parked, [recorded], ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static async Task Write(NpgsqlConnection connection, IRowChanges change, CancellationToken ct)
    {
        if (change.Load is { } load)
        {
            await using var loading = new NpgsqlBatch(connection) { BatchCommands = { load } };
            await using var reader = await loading.ExecuteReaderAsync(ct);
            await change.Read(reader, ct);
        }
        await using var batch = new NpgsqlBatch(connection);
        foreach (var write in change.Fold())
            batch.BatchCommands.Add(write);
        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Makes sure of the lease, locks the checkpoints, and loads the rows to change: one round trip.</summary>
    internal static async Task Load(
        NpgsqlConnection connection,
        RunnerLease? lease,
        IReadOnlyList<Build> builds,
        LogPosition expected,
        IReadOnlyList<IRowChanges> changes,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        if (lease is not null)
            batch.BatchCommands.Add(lease.Holding());
        batch.BatchCommands.Add(Checkpoints.Locking(builds, expected));
        var loading = changes.Where(change => change.Load is { } load && Add(batch, load)).ToList();

        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (lease is not null)
        {
            if (!await reader.ReadAsync(ct))
                throw new LeaseLostException();
            await reader.NextResultAsync(ct);
        }
        var locked = 0;
        while (await reader.ReadAsync(ct))
            locked++;
        if (locked != builds.Count)
            throw new CheckpointMovedException();

        foreach (var change in loading)
        {
            await reader.NextResultAsync(ct);
            await change.Read(reader, ct);
        }
    }

    private async Task Finish(
        NpgsqlBatch batch,
        List<(Build Build, ParkedEvent Event)> parked,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        foreach (var (build, misfit) in parked.Take(MostSaid))
            logger?.LogWarning(
                misfit.Cause,
                "{Projection} cannot take in {Event} at {Position} of {Stream}: {Reason}",
                build.Name,
                misfit.Recorded.Name,
                misfit.Recorded.Position,
                misfit.Recorded.Stream,
                misfit.Reason
            );
        if (parked.Count > 0)
            batch.BatchCommands.Add(ParkedEvents.Parking(parked, now));
        batch.BatchCommands.Add(Checkpoints.Moving(builds, events[^1].Position, now));
        if (read.Length > 0)
            batch.BatchCommands.Add(ReadModelNews.Of(read, events[^1].Position, events));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static bool Add(NpgsqlBatch batch, NpgsqlBatchCommand command)
    {
        batch.BatchCommands.Add(command);
        return true;
    }
}
