using Campaigns.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>How far each projection has come, in <c>read.checkpoint</c>. Whoever moves one must know where it stood: that fences runners off each other.</summary>
internal static class Checkpoints
{
    /// <summary>Locks the checkpoints until the transaction ends; those that do not stand where expected are not given.</summary>
    public static NpgsqlBatchCommand Locking(string[] names, LogPosition expected) =>
        new("select projection from read.checkpoint where projection = any ($1) and position = $2 order by projection for update")
        {
            Parameters = { Names(names), Place(expected) },
        };

    public static NpgsqlBatchCommand Moving(string[] names, LogPosition to, DateTimeOffset at) =>
        new("update read.checkpoint set position = $2, moved_at = $3 where projection = any ($1)")
        {
            Parameters =
            {
                Names(names),
                Place(to),
                new() { Value = at.UtcDateTime },
            },
        };

    /// <summary>Puts projections that have no checkpoint yet at the log's start.</summary>
    public static async Task Begin(NpgsqlDataSource source, string[] names, CancellationToken ct)
    {
        await using var command = source.CreateCommand("insert into read.checkpoint (projection) select unnest($1) on conflict do nothing");
        command.Parameters.Add(Names(names));
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Where each of the named projections stands, of those that have begun.</summary>
    public static async Task<IReadOnlyDictionary<string, LogPosition>> Read(NpgsqlDataSource source, string[] names, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select projection, position from read.checkpoint where projection = any ($1)");
        command.Parameters.Add(Names(names));
        await using var reader = await command.ExecuteReaderAsync(ct);
        var positions = new Dictionary<string, LogPosition>();
        while (await reader.ReadAsync(ct))
            positions.Add(reader.GetString(0), StoredPosition.FromColumn(reader.GetInt64(1)));
        return positions;
    }

    private static NpgsqlParameter<string[]> Names(string[] names) =>
        new() { TypedValue = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter<long> Place(LogPosition position) => new() { TypedValue = StoredPosition.ToColumn(position) };
}
