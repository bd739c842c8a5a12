using Campaigns.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Takes a batch of events into projections that stand at the same place: one query loads every row it touches, and one transaction holds
/// the new rows, the parked events, the checkpoints and the notification. So a batch is in or it is not, however often it is tried.
/// </summary>
internal sealed class SqlBatch(NpgsqlDataSource source, IReadOnlyList<IProjection> projections, TimeProvider clock)
{
    private readonly string[] names = [.. projections.Select(projection => projection.Name)];

    /// <summary>Applies events that follow <paramref name="expected"/>, where the checkpoints must stand.</summary>
    /// <exception cref="CheckpointMovedException">They stand elsewhere. Nothing was applied.</exception>
    /// <exception cref="NpgsqlException">The database is away. Whether the batch is in is told by the checkpoints.</exception>
    public async Task Apply(LogPosition expected, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        try
        {
            await Commit(expected, events, ct);
        }
        catch (PostgresException e) when (IsAboutTheData(e))
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

        var changes = projections.Select(projection => projection.Begin(events)).ToList();
        await Load(connection, expected, changes, ct);

        await using var batch = new NpgsqlBatch(connection);
        foreach (var change in changes)
        foreach (var write in change.Fold())
            batch.BatchCommands.Add(write);
        await Finish(batch, [.. changes.SelectMany(change => change.Parked)], events, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The last resort for an event whose rows the database refuses: each projection on its own, and those that fail park it.</summary>
    private async Task CommitEach(LogPosition expected, RecordedEvent recorded, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        var changes = projections.Select(projection => projection.Begin([recorded])).ToList();
        await Load(connection, expected, changes, ct);

        List<ParkedEvent> parked = [];
        foreach (var (projection, change) in projections.Zip(changes))
        {
            await transaction.SaveAsync("projection", ct);
            try
            {
                await using var batch = new NpgsqlBatch(connection);
                foreach (var write in change.Fold())
                    batch.BatchCommands.Add(write);
                if (batch.BatchCommands.Count > 0)
                    await batch.ExecuteNonQueryAsync(ct);
                parked.AddRange(change.Parked);
            }
            catch (PostgresException e) when (IsAboutTheData(e))
            {
                await transaction.RollbackAsync("projection", ct);
                parked.Add(new(projection.Name, recorded, $"{e.SqlState}: {e.MessageText}"));
            }
        }

        await using var last = new NpgsqlBatch(connection);
        await Finish(last, parked, [recorded], ct);
        await transaction.CommitAsync(ct);
    }

    private async Task Load(NpgsqlConnection connection, LogPosition expected, List<IRowChanges> changes, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Checkpoints.Locking(names, expected));
        var loading = changes.Where(change => change.Load is { } load && Add(batch, load)).ToList();

        await using var reader = await batch.ExecuteReaderAsync(ct);
        var locked = 0;
        while (await reader.ReadAsync(ct))
            locked++;
        if (locked != names.Length)
            throw new CheckpointMovedException();

        foreach (var change in loading)
        {
            await reader.NextResultAsync(ct);
            await change.Read(reader, ct);
        }
    }

    private async Task Finish(NpgsqlBatch batch, List<ParkedEvent> parked, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (parked.Count > 0)
            batch.BatchCommands.Add(Parking(parked, now));
        batch.BatchCommands.Add(Checkpoints.Moving(names, events[^1].Position, now));
        batch.BatchCommands.Add(ReadModelNews.Of(names, events));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Parking(List<ParkedEvent> parked, DateTimeOffset now) =>
        new(
            """
            insert into read.parked (projection, position, stream, tenant, event, reason, parked_at)
            select *, $7 from unnest($1, $2, $3, $4, $5, $6)
            on conflict (projection, position) do update set reason = excluded.reason, parked_at = excluded.parked_at
            """
        )
        {
            Parameters =
            {
                Texts(parked, one => one.Projection),
                new() { Value = parked.ConvertAll(one => StoredPosition.ToColumn(one.Recorded.Position)) },
                Texts(parked, one => one.Recorded.Stream.Value),
                Texts(parked, one => one.Recorded.Tenant.Value),
                Texts(parked, one => one.Recorded.Name),
                Texts(parked, one => one.Reason.Replace("\0", "", StringComparison.Ordinal)),
                new() { Value = now.UtcDateTime },
            },
        };

    private static NpgsqlParameter Texts(List<ParkedEvent> parked, Func<ParkedEvent, string> text) =>
        new() { Value = parked.ConvertAll(one => text(one)), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static bool Add(NpgsqlBatch batch, NpgsqlBatchCommand command)
    {
        batch.BatchCommands.Add(command);
        return true;
    }

    /// <summary>Values, constraints and sizes that Postgres refuses whenever they come: classes 22, 23 and 54.</summary>
    private static bool IsAboutTheData(PostgresException e) => e.SqlState[..2] is "22" or "23" or "54";
}
