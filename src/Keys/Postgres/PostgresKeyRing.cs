using Npgsql;

namespace Campaigns.Keys.Postgres;

/// <summary>All rows of <c>vault.data_keys</c>, key by key: each is wrapped anew in a statement of its own, so that a stop loses nothing.</summary>
internal sealed class PostgresKeyRing(KeyTable table, NpgsqlDataSource source, MasterKeys master) : IKeyRing
{
    public async Task<int> Rewrap(CancellationToken ct)
    {
        try
        {
            var ids = await Read<Guid>(
                "select id from vault.data_keys where destroyed_at is null and master_key_id <> $1 order by id",
                master.CurrentId,
                ct
            );
            var done = 0;
            foreach (var piece in ids.Chunk(500))
            foreach (var (id, found) in await table.Find(piece, ct))
                done += found.Key is { } key && await Replace(id, master.Wrap(key), ct) ? 1 : 0;
            return done;
        }
        catch (NpgsqlException e)
        {
            throw new KeysUnavailableException($"The table of keys is not available: {e.Message}", e);
        }
    }

    public async Task<IReadOnlyList<string>> Foreign(CancellationToken ct)
    {
        try
        {
            var wrappers = await Read<string>(
                "select distinct master_key_id from vault.data_keys where destroyed_at is null and master_key_id <> $1",
                master.CurrentId,
                ct
            );
            return [.. wrappers.Where(wrapper => !master.Knows(wrapper))];
        }
        catch (NpgsqlException e)
        {
            throw new KeysUnavailableException($"The table of keys is not available: {e.Message}", e);
        }
    }

    private async Task<bool> Replace(Guid id, byte[] wrapped, CancellationToken ct)
    {
        // Only where it still stands: a key that was destroyed meanwhile must not come back.
        await using var command = source.CreateCommand(
            "update vault.data_keys set master_key_id = $2, wrapped = $3 where id = $1 and destroyed_at is null"
        );
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = master.CurrentId });
        command.Parameters.Add(new() { Value = wrapped });
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    private async Task<List<T>> Read<T>(string query, string argument, CancellationToken ct)
    {
        await using var command = source.CreateCommand(query);
        command.Parameters.Add(new() { Value = argument });
        await using var row = await command.ExecuteReaderAsync(ct);
        var read = new List<T>();
        while (await row.ReadAsync(ct))
            read.Add(row.GetFieldValue<T>(0));
        return read;
    }
}
