using Npgsql;

namespace Campaigns.Bench.Replay;

/// <summary>The limit: the same rows in the same pages, the next fetched while the last is looked at, every column as bytes; nothing is decoded.</summary>
internal sealed class RawRead(NpgsqlDataSource source)
{
    private const int Page = 5_000;

    /// <summary>How many rows there were.</summary>
    public async Task<long> Run()
    {
        var (after, rows) = (0L, 0L);
        var next = Fetch(after);
        while (true)
        {
            var page = await next;
            rows += page.Count;
            if (page.Count < Page)
                return rows;
            after += page.Count; // positions have no gaps
            next = Fetch(after);
        }
    }

    private async Task<List<(long, byte[], byte[], byte[], byte[])>> Fetch(long after)
    {
        await using var command = source.CreateCommand(
            "select position, stream, name, metadata, data, version, event_id from log.events where position > $1 order by position limit $2"
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Page });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(long, byte[], byte[], byte[], byte[])>(Page);
        while (await reader.ReadAsync())
            rows.Add((reader.GetInt64(0), Bytes(1), Bytes(2), Bytes(3), Bytes(4)));
        return rows;

        byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
    }
}
