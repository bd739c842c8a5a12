using Campaigns.Harness;
using Npgsql;

namespace Campaigns.Database.Tests;

/// <summary>A database without anything of ours in it, owned by the role that owns the others too, which is no superuser.</summary>
public sealed class EmptyDatabase : IAsyncLifetime
{
    private static int made;

    private MigratedDatabase neighbour = null!;
    private string name = "";

    public PostgresUrl Owner =>
        PostgresUrl.Read(
            "DATABASE_URL",
            new NpgsqlConnectionStringBuilder(neighbour.OwnerConnectionString) { Database = name }.ConnectionString
        );

    public async ValueTask InitializeAsync()
    {
        neighbour = await MigratedDatabase.Create();
        name = $"empty_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await Run($"create database {name}");
    }

    public async ValueTask DisposeAsync()
    {
        await Run($"drop database {name} with (force)");
        await neighbour.DisposeAsync();
    }

    private async Task Run(string statement)
    {
        await using var connection = new NpgsqlConnection(neighbour.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
