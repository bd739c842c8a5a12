using System.Globalization;
using Campaigns.Database;
using Npgsql;
using Xunit;

namespace Campaigns.Harness;

/// <summary>
/// A database of its own for a fixture, with every migration applied: copied in a moment from a template that is migrated once. Use it
/// as an assembly, collection or class fixture, or make one with <see cref="Create"/>.
/// </summary>
public sealed class MigratedDatabase : IAsyncLifetime
{
    private static int made;

    private PostgresCluster cluster = null!;

    /// <summary>The database's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As the role that owns the tables and migrates. No superuser, as on a hosted Postgres.</summary>
    public string OwnerConnectionString => cluster.ConnectionString(MigratedTemplate.Owner, Name);

    /// <summary>As <c>campaigns_silo</c>.</summary>
    public string SiloConnectionString => cluster.ConnectionString(ServingRoles.Silo, Name);

    /// <summary>As <c>campaigns_api</c>.</summary>
    public string ApiConnectionString => cluster.ConnectionString(ServingRoles.Api, Name);

    /// <summary>As a superuser: to cut other roles' connections, or to look behind row-level security.</summary>
    public string SuperuserConnectionString => cluster.SuperuserConnectionString(Name);

    /// <summary>Makes a database outside of xUnit's fixtures. Dispose of it.</summary>
    public static async Task<MigratedDatabase> Create()
    {
        var database = new MigratedDatabase();
        await database.InitializeAsync();
        return database;
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        cluster = await PostgresCluster.Shared;
        var template = await MigratedTemplate.In(cluster);
        Name = string.Create(CultureInfo.InvariantCulture, $"t_{Environment.ProcessId}_{Interlocked.Increment(ref made)}");
        await Run($"create database {Name} template {template} owner {MigratedTemplate.Owner}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // A cluster of this process is thrown away whole; only where others go on using it is tidying worth its time.
        if (cluster.IsShared)
            await Run($"drop database if exists {Name} with (force)");
    }

    /// <summary>All that is in the database, as pg_dump writes it, a row a line.</summary>
    public string[] Dump()
    {
        var address = new NpgsqlConnectionStringBuilder(SuperuserConnectionString);
        var file = Path.GetTempFileName();
        try
        {
            var url = $"postgresql://{address.Username}:{address.Password}@{address.Host}:{address.Port}/{Name}";
            PostgresPrograms.RunAsClient("pg_dump", $"--dbname={url}", $"--file={file}");
            return File.ReadAllLines(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task Run(string statement)
    {
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnectionString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
