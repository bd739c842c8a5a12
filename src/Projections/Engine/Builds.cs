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
    /// <exception cref="LeaseLostException">Another runner has the lease.</exception>
    public static async Task<Folding> ToFold(
        NpgsqlDataSource source,
        RunnerLease? lease,
        IReadOnlyList<IProjection> projections,
        CancellationToken ct
    )
    {
        await Checkpoints.Begin(source, lease, [.. projections.Select(projection => projection.Name)], ct);
        var known = await Names(source, ct);
        List<string> postponed = [],
            outdated = [];
        foreach (var fresh in projections.Where(projection => !known.Contains(projection.Name)))
            switch (await BuildStart.Try(source, lease, fresh, StartOf.New, ct))
            {
                case Started.TableInUse:
                    postponed.Add(fresh.Name);
                    break;
                case Started.NewerIsRead:
                    outdated.Add(fresh.Name);
                    break;
            }
        return new(await Folded(source, projections, ct), postponed, outdated);
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
        Add(
            batch,
            """
            update read.parked p set retry_asked_at = null from read.checkpoint c
            where c.projection = p.projection and c.slot = p.slot and c.state = 'kept' and split_part(c.projection, '.', 1) = $1
              and p.retry_asked_at is not null -- nobody would try it, and whoever asked would wait
            """,
            ModelName.Of(to.Name)
        );
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

/// <summary>What a runner is to fold.</summary>
/// <param name="Builds">Those that are live or building.</param>
/// <param name="Postponed">Projections whose first build waits for a table that someone still reads.</param>
/// <param name="Outdated">Projections of which a newer version is read, that this program does not have.</param>
internal sealed record Folding(IReadOnlyList<Build> Builds, IReadOnlyList<string> Postponed, IReadOnlyList<string> Outdated);
