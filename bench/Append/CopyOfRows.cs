using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Bench.Append;

/// <summary>
/// The fastest way into the same table: binary COPY of rows that were encoded before the clock started, five thousand to a commit. It
/// acknowledges nobody and checks no version. What is in flight does not matter to it.
/// </summary>
internal sealed class CopyOfRows(BenchDatabase database) : IAppendScheme
{
    private const int RowsPerCommit = 5_000;
    private const int Streams = 1_024;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(database.Address);

    public Task Clear() =>
        database.Execute(
            """
            drop table if exists public.copied;
            create table public.copied (like log.events, unique (stream, version), primary key (position));
            """
        );

    public async Task<Measured> Run(int inFlight, TimeSpan duration)
    {
        var streams = Enumerable.Range(0, Streams).Select(_ => Samples.Stream()).ToArray();
        var rows = Enumerable.Range(0, RowsPerCommit).Select(n => Row.From(streams[n % Streams], 0, Samples.Event())).ToArray();
        var versions = new long[Streams];

        var (position, start) = (0L, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(start) < duration)
            position = await Copy(rows, versions, position);
        return new(position / Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 0);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<long> Copy(Row[] rows, long[] versions, long position)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var import = await connection.BeginBinaryImportAsync($"copy public.copied (position, {Row.Columns}) from stdin binary");
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            await import.StartRowAsync();
            await import.WriteAsync(++position, NpgsqlDbType.Bigint);
            await import.WriteAsync(++versions[i % Streams], NpgsqlDbType.Bigint);
            await import.WriteAsync(row.RecordedAt, NpgsqlDbType.TimestampTz);
            await import.WriteAsync(row.Id, NpgsqlDbType.Uuid);
            await import.WriteAsync(row.Stream, NpgsqlDbType.Text);
            await import.WriteAsync(row.Name, NpgsqlDbType.Text);
            await import.WriteAsync(row.Tenant, NpgsqlDbType.Text);
            await import.WriteAsync(row.Command, NpgsqlDbType.Text);
            await import.WriteAsync(row.Metadata, NpgsqlDbType.Bytea);
            await import.WriteAsync(row.Data, NpgsqlDbType.Bytea);
        }
        await import.CompleteAsync();
        return position;
    }
}
