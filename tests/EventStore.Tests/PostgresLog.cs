using Campaigns.EventStore.Postgres;
using Campaigns.Harness;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.EventStore.Tests;

/// <summary>An empty log on a database of its own, and silos that use it.</summary>
internal sealed class PostgresLog : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> opened = [];
    private MigratedDatabase database = null!;

    public static async Task<PostgresLog> Create() => new() { database = await MigratedDatabase.Create() };

    /// <summary>The log as one silo sees it.</summary>
    public IEventStore Silo(PostgresEventStoreOptions? options = null, int? port = null, Action<IServiceCollection>? also = null)
    {
        var address = LogConnectionSettings.Apply(new(database.SiloConnectionString) { MaxPoolSize = 30, ApplicationName = "silo" });
        if (port is { } other)
            address.Port = other;
        var source = NpgsqlDataSource.Create(address);
        var registered = new ServiceCollection().AddSingleton(NoteEvent.Codec).AddPostgresEventStore(_ => source, options);
        also?.Invoke(registered);
        var services = registered.BuildServiceProvider();
        opened.Add(services);
        opened.Add(source);
        return services.GetRequiredService<IEventStore>();
    }

    /// <summary>The log as a silo sees it that encrypts.</summary>
    /// <param name="options">How keys are kept in memory.</param>
    /// <param name="clock">By which they grow old.</param>
    /// <param name="master">What wraps them; all silos' alike unless told.</param>
    public IEventStore SealingSilo(TenantKeysOptions? options = null, TimeProvider? clock = null, MasterKeys? master = null) =>
        Silo(also: services => Keys(services, options, clock, master));

    /// <summary>A silo's keys by themselves.</summary>
    public IServiceProvider KeysOfSilo(TenantKeysOptions? options = null, TimeProvider? clock = null, MasterKeys? master = null)
    {
        var services = new ServiceCollection();
        Keys(services, options, clock, master);
        var provider = services.BuildServiceProvider();
        opened.Add(provider);
        return provider;
    }

    private void Keys(IServiceCollection services, TenantKeysOptions? options, TimeProvider? clock, MasterKeys? master)
    {
        var source = NpgsqlDataSource.Create(database.SiloConnectionString);
        opened.Add(source);
        if (clock is not null)
            services.AddSingleton(clock);
        services.AddTenantKeys(_ => source, master ?? new(new byte[32]), options);
    }

    public int Port => new NpgsqlConnectionStringBuilder(database.SiloConnectionString).Port;

    /// <summary>Runs one statement as <c>campaigns_silo</c>.</summary>
    public Task<object?> AsSilo(string statement) => Run(database.SiloConnectionString, statement);

    /// <summary>Runs one statement as the tables' owner.</summary>
    public Task<object?> AsOwner(string statement) => Run(database.OwnerConnectionString, statement);

    /// <summary>As <c>campaigns_silo</c>.</summary>
    public string SiloAddress => database.SiloConnectionString;

    /// <summary>As the tables' owner.</summary>
    public string OwnerAddress => database.OwnerConnectionString;

    /// <summary>Runs one statement as a superuser.</summary>
    public Task<object?> AsSuperuser(string statement) => Run(database.SuperuserConnectionString, statement);

    /// <summary>Cuts every connection of the silos to this database.</summary>
    public Task CutConnections() =>
        AsSuperuser(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'silo'"
        );

    /// <summary>A transaction that holds the log's head until it is disposed of.</summary>
    public async Task<IAsyncDisposable> HoldHead()
    {
        var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select position from log.head for update", connection);
        await hold.ExecuteScalarAsync();
        return connection;
    }

    /// <summary>Appends an event in a transaction that the test commits when it likes.</summary>
    public async Task<OpenAppend> AppendWithoutCommit(StreamName stream)
    {
        var connection = new NpgsqlConnection(database.SiloConnectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var append = new NpgsqlCommand(
            "select log.append('1s', '{}', '{}', array[$1], '{1}', array[gen_random_uuid()], '{note.written.v1}', '{org_club}', '{null}', "
                + "array[now()], array[convert_to('{}', 'UTF8')], array[convert_to('{\"text\":\"open\"}', 'UTF8')])",
            connection
        );
        append.Parameters.Add(new() { Value = stream.Value });
        await append.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    /// <summary>Returns once an append waits for the log's head.</summary>
    public async Task UntilSomebodyWaits()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (
            await AsSuperuser("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") is 0L
        )
            await Task.Delay(5, deadline.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened)
            await one.DisposeAsync();
        await database.DisposeAsync();
    }

    private static async Task<object?> Run(string address, string statement)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}

/// <summary>An append that is done but not committed.</summary>
internal sealed class OpenAppend(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public Task Commit() => transaction.CommitAsync();

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
