using Campaigns.EventStore;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Another try at what is parked: all events of the stream are folded from nothing, as far as the build has come, and their rows replaced. So
/// the rows end as a rebuild would make them, and what was folded over the gap meanwhile leaves no trace.
/// </summary>
internal sealed class ParkedRetry(NpgsqlDataSource source, IEventStore events, TimeProvider clock, RunnerLease? lease = null)
{
    /// <summary>Tries one stream again. What still does not fit stays parked, with its new reason.</summary>
    /// <exception cref="CheckpointMovedException">The build stands elsewhere than was said. Nothing was changed.</exception>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was changed.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    /// <exception cref="EventStoreUnavailableException">The log is away.</exception>
    public async Task Try(Build build, StreamName stream, CancellationToken ct)
    {
        var all = await events.Read(stream, ct: ct).TakeWhile(recorded => recorded.Position <= build.Position).ToListAsync(ct);
        try
        {
            await Replace(build, stream, all, ct);
        }
        catch (Exception e) when (Misfit.IsAboutTheData(e))
        {
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(ParkedEvents.Leaving(build, stream, SqlBatch.ReasonOf(e)));
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task Replace(Build build, StreamName stream, List<RecordedEvent> all, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var change = build.Projection.Begin(all, build.Table, afresh: true);
        await SqlBatch.Load(connection, lease, [build], build.Position, [change], ct);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var write in change.Fold())
            batch.BatchCommands.Add(write);
        batch.BatchCommands.Add(ParkedEvents.TakingOut(build, stream));
        if (change.Parked.Count > 0)
            batch.BatchCommands.Add(ParkedEvents.Parking([.. change.Parked.Select(misfit => (build, misfit))], clock.GetUtcNow()));
        if (build.State is BuildState.Live && all.Count > 0)
            batch.BatchCommands.Add(ReadModelNews.Of([build.Name], build.Position, all));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
