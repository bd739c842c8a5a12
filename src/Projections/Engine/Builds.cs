using Campaigns.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>The builds there are, in <c>read.checkpoint</c>: beginning one beside the other, and switching from one to the other.</summary>
internal static class Builds
{
    /// <summary>
    /// Those that are to be folded: live or building, of projections that this program has. One that no build was ever made of begins: as what is
    /// read where there is nothing yet, and else beside what an older version of it made.
    /// </summary>
    public static async Task<IReadOnlyList<Build>> ToFold(
        NpgsqlDataSource source,
        IReadOnlyList<IProjection> projections,
        CancellationToken ct
    )
    {
        await Checkpoints.Begin(source, [.. projections.Select(projection => projection.Name)], ct);
        var known = await Names(source, ct);
        foreach (var fresh in projections.Where(projection => !known.Contains(projection.Name)))
            await Start(source, fresh, ct);
        return await Folded(source, projections, ct);
    }

    /// <summary>Those that are folded: live or building.</summary>
    public static async Task<IReadOnlyList<Build>> Folded(
        NpgsqlDataSource source,
        IReadOnlyList<IProjection> projections,
        CancellationToken ct
    ) => [.. (await All(source, projections, ct)).Where(build => build.State is not BuildState.Kept)];

    /// <summary>All builds of projections that this program has.</summary>
    public static async Task<IReadOnlyList<Build>> All(
        NpgsqlDataSource source,
        IReadOnlyList<IProjection> projections,
        CancellationToken ct
    )
    {
        var known = projections.ToDictionary(projection => projection.Name);
        await using var command = source.CreateCommand(
            "select projection, slot, state, position from read.checkpoint where projection = any ($1) order by projection, slot"
        );
        command.Parameters.Add(Text(known.Keys.ToArray()));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var builds = new List<Build>();
        while (await reader.ReadAsync(ct))
            builds.Add(
                new(
                    known[reader.GetString(0)],
                    reader.GetString(1),
                    Words.Read<BuildState>(reader.GetString(2)),
                    StoredPosition.FromColumn(reader.GetInt64(3))
                )
            );
        return builds;
    }

    /// <summary>Begins a build from the first event in the table that is not read; whatever was there goes.</summary>
    /// <returns>False when nothing of the read model is read yet, so that there is nothing to be beside.</returns>
    public static async Task<bool> Start(NpgsqlDataSource source, IProjection projection, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // The checkpoints first: their lock lets a runner finish its batch, and makes the next one find out.
        if (await SlotBeside(connection, projection, ct) is not { } slot)
            return false;

        await using var batch = new NpgsqlBatch(connection);
        Add(
            batch,
            "delete from read.checkpoint where split_part(projection, '.', 1) = $1 and slot = $2",
            ModelName.Of(projection.Name),
            slot
        );
        Add(batch, "delete from read.parked where split_part(projection, '.', 1) = $1 and slot = $2", ModelName.Of(projection.Name), slot);
        batch.BatchCommands.Add(new($"truncate {projection.Table}_{slot}"));
        Add(
            batch,
            "insert into read.checkpoint (projection, slot, state, started_at) values ($1, $2, 'building', now())",
            projection.Name,
            slot
        );
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Lets what was kept catch up, to be read again.</summary>
    /// <returns>False when nothing was kept.</returns>
    public static async Task<bool> Back(NpgsqlDataSource source, string model, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            update read.checkpoint set state = 'building', started_at = now()
            where split_part(projection, '.', 1) = $1 and state = 'kept'
            """
        );
        command.Parameters.Add(Text(model));
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Puts a build that has caught up behind the read model's name, in one step; the one that was read is kept.</summary>
    /// <param name="source">As the role <c>campaigns_silo</c>.</param>
    /// <param name="lease">The runner's.</param>
    /// <param name="to">The build.</param>
    /// <param name="at">Where it stands: no less far than the one that is read.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <exception cref="CheckpointMovedException">One of the two stands elsewhere by now. Nothing was changed.</exception>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was changed.</exception>
    /// <exception cref="NpgsqlException">A reader was in the way for too long, or the database is away. Nothing was changed.</exception>
    public static async Task Switch(NpgsqlDataSource source, RunnerLease? lease, Build to, LogPosition at, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await SqlBatch.Load(connection, lease, [to], at, [], ct);
        if (await LiveAt(connection, ModelName.Of(to.Name), ct) is { } live && live > at)
            throw new CheckpointMovedException();

        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select read.switch($1, $2)", to.Projection.Table["read.".Length..], to.Slot);
        Add(
            batch,
            "update read.checkpoint set state = 'kept' where split_part(projection, '.', 1) = $1 and state = 'live'",
            ModelName.Of(to.Name)
        );
        Add(batch, "update read.checkpoint set state = 'live' where projection = $1 and slot = $2", to.Name, to.Slot);
        batch.BatchCommands.Add(ReadModelNews.Of([to.Name], at, null));
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<LogPosition?> LiveAt(NpgsqlConnection connection, string model, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select position from read.checkpoint where split_part(projection, '.', 1) = $1 and state = 'live' for update",
            connection
        );
        command.Parameters.Add(Text(model));
        return await command.ExecuteScalarAsync(ct) is long position ? StoredPosition.FromColumn(position) : null;
    }

    private static async Task<string?> SlotBeside(NpgsqlConnection connection, IProjection projection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select slot, state from read.checkpoint where split_part(projection, '.', 1) = $1 order by projection, slot for update",
            connection
        );
        command.Parameters.Add(Text(ModelName.Of(projection.Name)));
        await using var reader = await command.ExecuteReaderAsync(ct);
        string? live = null;
        while (await reader.ReadAsync(ct))
            if (reader.GetString(1) == "live")
                live = reader.GetString(0);
        return live switch
        {
            null => null,
            "a" => "b",
            _ => "a",
        };
    }

    private static async Task<HashSet<string>> Names(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select distinct projection from read.checkpoint");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>();
        while (await reader.ReadAsync(ct))
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Add(NpgsqlBatch batch, string statement, params ReadOnlySpan<string> arguments)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var argument in arguments)
            command.Parameters.Add(Text(argument));
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<string[]> Text(string[] texts) =>
        new() { TypedValue = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
