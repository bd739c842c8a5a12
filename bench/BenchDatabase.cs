using Campaigns.Database;
using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Bench;

/// <summary>A migrated database for one run, dropped after it.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string server;

    private BenchDatabase(string server, string name) => (this.server, Name) = (server, name);

    public string Name { get; }

    /// <summary>As the role that owns the tables.</summary>
    public NpgsqlConnectionStringBuilder Address => new(server) { Database = Name };

    public static async Task<BenchDatabase> Create(string suffix = "")
    {
        var server = Environment.GetEnvironmentVariable("DATABASE_URL") is { Length: > 0 } url
            ? PostgresUrl.Read("DATABASE_URL", url).ConnectionString
            : (await PostgresCluster.Shared).SuperuserConnectionString();
        var database = new BenchDatabase(server, $"campaigns_bench_{Environment.ProcessId}{suffix}");
        await Run(server, $"create database {database.Name}");
        await DatabaseMigrator.Migrate(PostgresUrl.Read("DATABASE_URL", database.Address.ConnectionString));
        return database;
    }

    public async Task<string> Setting(string name) => (string)(await Run(Address.ConnectionString, $"show {name}"))!;

    public async Task<CpuOf> Cpu() => CpuOf.Server((int)(await Run(Address.ConnectionString, "select pg_backend_pid()"))!);

    public Task Execute(string statements) => Run(Address.ConnectionString, statements);

    public async ValueTask DisposeAsync() => await Run(server, $"drop database if exists {Name} with (force)");

    private static async Task<object?> Run(string address, string statements)
    {
        await using var connection = new NpgsqlConnection(address);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 60 };
        return await command.ExecuteScalarAsync();
    }
}
