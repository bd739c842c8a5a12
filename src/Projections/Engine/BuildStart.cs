using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>Begins a build from the first event in the table that is not read; whatever was there goes.</summary>
internal static class BuildStart
{
    /// <summary>Tries once; no reader waits for longer than a second.</summary>
    /// <param name="source">As the role <c>campaigns_silo</c>.</param>
    /// <param name="lease">The runner's; null where an operator asks.</param>
    /// <param name="projection">What is to be built.</param>
    /// <param name="of">What may stand there already.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was changed.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public static async Task<Started> Try(
        NpgsqlDataSource source,
        RunnerLease? lease,
        IProjection projection,
        StartOf of,
        CancellationToken ct
    )
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (lease is not null)
            await lease.Hold(connection, ct);
        // The checkpoints first: their lock lets a runner finish its batch, and makes the next one find out.
        var standing = await Lock(connection, ModelName.Of(projection.Name), ct);
        if (standing.Find(build => build.State == "live") is not { Name: { } read, Slot: { } taken })
            return Started.NothingIsRead;
        if (of is StartOf.New && standing.Exists(build => build.Name == projection.Name))
            return Started.Known;
        if (of is not StartOf.AnyVersion && ModelName.VersionOf(read) > ModelName.VersionOf(projection.Name))
            return Started.NewerIsRead;

        try
        {
            await Empty(connection, projection, slot: taken == "a" ? "b" : "a", ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return Started.TableInUse;
        }
        await transaction.CommitAsync(ct);
        return Started.Begun;
    }

    /// <summary>Locks what there is of a read model, and only then looks: what another began meanwhile is seen.</summary>
    private static async Task<List<(string Name, string Slot, string State)>> Lock(
        NpgsqlConnection connection,
        string model,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "select from read.checkpoint where split_part(projection, '.', 1) = $1 order by projection, slot for update", model);
        Add(batch, "select projection, slot, state from read.checkpoint where split_part(projection, '.', 1) = $1", model);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var standing = new List<(string, string, string)>();
        while (await reader.ReadAsync(ct))
            standing.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return standing;
    }

    private static async Task Empty(NpgsqlConnection connection, IProjection projection, string slot, CancellationToken ct)
    {
        var model = ModelName.Of(projection.Name);
        await using var batch = new NpgsqlBatch(connection);
        Add(batch, "set local lock_timeout = '1s'"); // the runner and new readers queue behind this
        Add(batch, $"truncate {projection.Table}_{slot}");
        Add(batch, "delete from read.checkpoint where split_part(projection, '.', 1) = $1 and slot = $2", model, slot);
        Add(batch, "delete from read.parked where split_part(projection, '.', 1) = $1 and slot = $2", model, slot);
        Add(
            batch,
            "insert into read.checkpoint (projection, slot, state, started_at) values ($1, $2, 'building', now())",
            projection.Name,
            slot
        );
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static void Add(NpgsqlBatch batch, string statement, params ReadOnlySpan<string> arguments)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = argument });
        batch.BatchCommands.Add(command);
    }
}

/// <summary>What may stand there already when a build begins.</summary>
internal enum StartOf
{
    /// <summary>No build of this version, nor of a newer one: a runner meets a projection for the first time.</summary>
    New,

    /// <summary>Builds of this version or older ones.</summary>
    Newest,

    /// <summary>Anything: an operator named the version.</summary>
    AnyVersion,
}

/// <summary>What became of a start. Only the first has changed anything.</summary>
internal enum Started
{
    /// <summary>The build has begun.</summary>
    Begun,

    /// <summary>Nothing of the read model is read yet, so there is nothing to be beside.</summary>
    NothingIsRead,

    /// <summary>There is a build of this version by now.</summary>
    Known,

    /// <summary>A newer version is read: the older one must not take its place by itself.</summary>
    NewerIsRead,

    /// <summary>Someone still reads the table that is to be emptied.</summary>
    TableInUse,
}
