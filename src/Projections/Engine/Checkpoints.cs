using Campaigns.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>How far each build has come, in <c>read.checkpoint</c>. Whoever moves one must know where it stood: that fences runners off each other.</summary>
internal static class Checkpoints
{
    /// <summary>Locks the builds' checkpoints until the transaction ends; those that do not stand where expected are not given.</summary>
    public static NpgsqlBatchCommand Locking(IReadOnlyList<Build> builds, LogPosition expected) =>
        new(
            """
            select projection from read.checkpoint
            where (projection, slot, state) in (select * from unnest($1, $2, $3)) and position = $4
            order by projection, slot for update
            """
        )
        {
            Parameters =
            {
                Texts(builds, build => build.Name),
                Texts(builds, build => build.Slot),
                Texts(builds, build => Words.Of(build.State)),
                Place(expected),
            },
        };

    /// <summary>Locks one build's checkpoint until the transaction ends, wherever it stands.</summary>
    /// <returns>Where; null when there is no such build in that state.</returns>
    public static async Task<LogPosition?> Lock(NpgsqlConnection connection, Build build, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select position from read.checkpoint where projection = $1 and slot = $2 and state = $3 for update",
            connection
        );
        foreach (var text in (string[])[build.Name, build.Slot, Words.Of(build.State)])
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        return await command.ExecuteScalarAsync(ct) is long position ? StoredPosition.FromColumn(position) : null;
    }

    public static NpgsqlBatchCommand Moving(IReadOnlyList<Build> builds, LogPosition to, DateTimeOffset at) =>
        new("update read.checkpoint set position = $3, moved_at = $4 where (projection, slot) in (select * from unnest($1, $2))")
        {
            Parameters =
            {
                Texts(builds, build => build.Name),
                Texts(builds, build => build.Slot),
                Place(to),
                new() { Value = at.UtcDateTime },
            },
        };

    /// <summary>Puts projections whose read model has no build yet at the log's start, as what is read.</summary>
    /// <exception cref="LeaseLostException">Another runner has the lease. Nothing was changed.</exception>
    public static async Task Begin(NpgsqlDataSource source, RunnerLease? lease, string[] names, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (lease is not null)
            await lease.Hold(connection, ct);
        await using var command = new NpgsqlCommand(
            """
            insert into read.checkpoint (projection)
            select wanted.name from unnest($1) wanted (name)
            where not exists (
              select from read.checkpoint c where split_part(c.projection, '.', 1) = split_part(wanted.name, '.', 1) and c.state = 'live'
            )
            on conflict do nothing
            """,
            connection
        );
        command.Parameters.Add(Names(names));
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Where what is read stands, of those of the named projections that are read.</summary>
    public static async Task<IReadOnlyDictionary<string, LogPosition>> Read(NpgsqlDataSource source, string[] names, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select projection, position from read.checkpoint where projection = any ($1) and state = 'live'"
        );
        command.Parameters.Add(Names(names));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var positions = new Dictionary<string, LogPosition>();
        while (await reader.ReadAsync(ct))
            positions.Add(reader.GetString(0), StoredPosition.FromColumn(reader.GetInt64(1)));
        return positions;
    }

    private static NpgsqlParameter<string[]> Texts(IReadOnlyList<Build> builds, Func<Build, string> text) =>
        Names([.. builds.Select(text)]);

    private static NpgsqlParameter<string[]> Names(string[] names) =>
        new() { TypedValue = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter<long> Place(LogPosition position) => new() { TypedValue = StoredPosition.ToColumn(position) };
}
