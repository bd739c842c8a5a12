using Campaigns.Bench.Append;
using Campaigns.Domain;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Bench.History;

/// <summary>Puts a log into an empty database by COPY: the rows are those that appends would have written.</summary>
internal static class FilledLog
{
    /// <summary>Copies the entries, and moves the head.</summary>
    /// <exception cref="InvalidOperationException">An event of the catalogue is missing, where <paramref name="everyKind"/> wants all.</exception>
    public static async Task Fill(string owner, IEnumerable<Entry> entries, bool everyKind = false)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var connection = await source.OpenConnectionAsync();
        var (position, kinds) = (0L, new HashSet<Type>());
        await using (var import = await connection.BeginBinaryImportAsync($"copy log.events (position, {Row.Columns}) from stdin binary"))
        {
            import.Timeout = TimeSpan.FromMinutes(10);
            foreach (var entry in entries)
            {
                kinds.Add(entry.Event.Event.GetType());
                await Write(import, ++position, Row.From(entry.Stream, entry.Version, entry.Event));
            }
            await import.CompleteAsync();
        }
        if (everyKind && EventCatalogue.All.Values.Except(kinds).FirstOrDefault() is { } missing)
            throw new InvalidOperationException($"The log has no {missing}: it is too short, or nobody thought of that event.");

        await using var head = new NpgsqlCommand($"update log.head set position = {position}; analyze log.events; checkpoint", connection);
        head.CommandTimeout = 300;
        await head.ExecuteNonQueryAsync();
    }

    private static async Task Write(NpgsqlBinaryImporter import, long position, Row row)
    {
        await import.StartRowAsync();
        await import.WriteAsync(position, NpgsqlDbType.Bigint);
        await import.WriteAsync(row.Version, NpgsqlDbType.Bigint);
        await import.WriteAsync(row.RecordedAt, NpgsqlDbType.TimestampTz);
        await import.WriteAsync(row.Id, NpgsqlDbType.Uuid);
        await import.WriteAsync(row.Stream, NpgsqlDbType.Text);
        await import.WriteAsync(row.Name, NpgsqlDbType.Text);
        await import.WriteAsync(row.Tenant, NpgsqlDbType.Text);
        if (row.Command is { } command)
            await import.WriteAsync(command, NpgsqlDbType.Text);
        else
            await import.WriteNullAsync();
        await import.WriteAsync(row.Metadata, NpgsqlDbType.Bytea);
        await import.WriteAsync(row.Data, NpgsqlDbType.Bytea);
    }
}
