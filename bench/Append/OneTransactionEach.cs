using Npgsql;

namespace Campaigns.Bench.Append;

/// <summary>
/// The plain way: each append is a prepared INSERT that commits by itself, with an identity for a position, on a connection from a pool.
/// It promises less than the log: its readers would skip events.
/// </summary>
internal sealed class OneTransactionEach(BenchDatabase database) : IAppendScheme
{
    // More connections than this are slower on few cores: the backends get in each other's way.
    private const int Connections = 32;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(database.Address.ConnectionString)
        {
            MaxAutoPrepare = 20,
            MinPoolSize = Connections,
            MaxPoolSize = Connections,
            NoResetOnClose = true,
            Timeout = 60,
        }
    );

    public Task Clear() =>
        database.Execute(
            """
            drop table if exists public.each;
            create table public.each (like log.events, unique (stream, version), primary key (position));
            alter table public.each alter column position add generated always as identity;
            """
        );

    public Task<Measured> Run(int inFlight, TimeSpan duration)
    {
        var streams = Enumerable.Range(0, inFlight).Select(_ => Samples.Stream()).ToArray();
        return ClosedLoop.Run(inFlight, duration, (caller, version) => Insert(Row.From(streams[caller], version + 1, Samples.Event())));
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task Insert(Row row)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(
            $"insert into public.each ({Row.Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning position",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = row.Version });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = row.RecordedAt });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = row.Id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Stream });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Name });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Tenant });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Command! });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = row.Metadata });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = row.Data });
        await command.ExecuteScalarAsync();
    }
}
