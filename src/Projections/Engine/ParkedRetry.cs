using Campaigns.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Another try at what is parked: all events of the stream are folded from nothing, as far as the build has come, and their rows replaced. So
/// the rows end as a rebuild would make them, and what was folded over the gap meanwhile leaves no trace. It may run beside the lane that moves
/// the build: the build's checkpoint is locked while rows are replaced, and no longer.
/// </summary>
internal sealed class ParkedRetry(
    NpgsqlDataSource source,
    IEventStore events,
    TimeProvider clock,
    ILogger logger,
    RunnerLease? lease = null
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Tries one stream again. What still does not fit stays parked, with its new reason; where nothing can be said of single events, all that
    /// was asked for does. Nothing is tried twice for one asking.
    /// </summary>
    /// <exception cref="CheckpointMovedException">There is no such build any more. Nothing was changed.</exception>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was changed.</exception>
    /// <exception cref="NpgsqlException">The database is away: not even the failure could be written down.</exception>
    public async Task Try(Build build, StreamName stream, CancellationToken ct)
    {
        try
        {
            var left = await TakeIn(build, stream, ct);
            logger.LogInformation("Tried {Stream} again for {Projection}: {Parked} of its events stay parked", stream, build.Name, left);
        }
        catch (Exception e) when (e is not (LeaseLostException or CheckpointMovedException) && !ct.IsCancellationRequested)
        {
            logger.LogWarning(e, "Trying {Stream} again for {Projection} failed: all stays parked", stream, build.Name);
            await Leave(build, stream, Misfit.ReasonOf(e), ct);
        }
    }

    /// <returns>How many events stay parked.</returns>
    private async Task<int> TakeIn(Build build, StreamName stream, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var all = await events.Read(stream, ct: ct).ToListAsync(ct);
        for (var accepted = 0; ; )
            try
            {
                return await Replace(build, stream, all, all.Count, ct);
            }
            catch (Exception e) when (Misfit.IsAboutTheData(e) && clock.GetElapsedTime(began) < Patience)
            {
                var refused = await FirstRefused(build, stream, all, accepted, ct);
                if (refused < 0 || all[refused].Event is UnreadableEvent)
                    throw; // no event's fault
                logger.LogWarning(
                    e,
                    "{Event} at {Position} cannot be taken into {Projection}",
                    all[refused].Name,
                    all[refused].Position,
                    build.Name
                );
                all[refused] = all[refused] with { Event = new UnreadableEvent(Misfit.ReasonOf(e)) };
                accepted = refused;
            }
    }

    /// <summary>The event with which the stream's rows are refused for the first time, given that those before another one are not.</summary>
    private async Task<int> FirstRefused(Build build, StreamName stream, List<RecordedEvent> all, int accepted, CancellationToken ct)
    {
        var refused = all.Count;
        while (refused - accepted > 1)
        {
            var middle = accepted + (refused - accepted) / 2;
            try
            {
                await Replace(build, stream, all, middle, ct);
                accepted = middle;
            }
            catch (Exception e) when (Misfit.IsAboutTheData(e))
            {
                refused = middle;
            }
        }
        return refused - 1;
    }

    /// <summary>Replaces the stream's rows by what its first events make of them; what is not all of it is rolled back.</summary>
    /// <returns>How many events are parked.</returns>
    private async Task<int> Replace(Build build, StreamName stream, List<RecordedEvent> all, int first, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var position = await Lock(connection, build, ct);
        var isAll = first == all.Count;
        if (isAll)
        {
            // What came since it was read, and is in the build.
            await foreach (var recorded in events.Read(stream, after: all.Count == 0 ? 0 : all[^1].Version, ct).WithCancellation(ct))
                all.Add(recorded);
            first = all.Count;
        }
        var taken = all.Take(first).TakeWhile(recorded => recorded.Position <= position).ToList();
        var change = build.Projection.Begin(taken, build.Table, afresh: true);
        await SqlBatch.Load(connection, lease, [build], position, [change], ct);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var write in change.Fold())
            batch.BatchCommands.Add(write);
        batch.BatchCommands.Add(ParkedEvents.TakingOut(build, stream));
        if (change.Parked.Count > 0)
            batch.BatchCommands.Add(ParkedEvents.Parking([.. change.Parked.Select(misfit => (build, misfit))], clock.GetUtcNow()));
        if (build.State is BuildState.Live && taken.Count > 0)
            batch.BatchCommands.Add(ReadModelNews.Of([build.Name], position, taken));
        await batch.ExecuteNonQueryAsync(ct);
        if (isAll)
            await transaction.CommitAsync(ct);
        return change.Parked.Count;
    }

    private async Task Leave(Build build, StreamName stream, string reason, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Lock(connection, build, ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { ParkedEvents.Leaving(build, stream, reason) } };
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Makes sure of the lease, and holds the build where it is until the transaction ends.</summary>
    private async Task<LogPosition> Lock(NpgsqlConnection connection, Build build, CancellationToken ct)
    {
        if (lease is not null)
            await lease.Hold(connection, ct);
        return await Checkpoints.Lock(connection, build, ct) ?? throw new CheckpointMovedException();
    }
}
