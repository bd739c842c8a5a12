using System.Collections.Concurrent;
using Campaigns.Database;
using Npgsql;

namespace Campaigns.Harness;

/// <summary>The database that fixtures are copied from, made once in a cluster, whichever process comes first.</summary>
internal static class MigratedTemplate
{
    /// <summary>Owns the databases and their tables. As on a hosted Postgres it may make roles, but is no superuser.</summary>
    public const string Owner = "campaigns_owner";

    private const long Lock = 0x74656D706C617465; // "template"

    private static readonly ConcurrentDictionary<PostgresCluster, Lazy<Task<string>>> Known = new();

    public static Task<string> In(PostgresCluster cluster) => Known.GetOrAdd(cluster, c => new(() => Make(c))).Value;

    private static async Task<string> Make(PostgresCluster cluster)
    {
        // Another build has other migrations, hence a template of its own.
        var template = $"campaigns_template_{typeof(DatabaseMigrator).Assembly.ManifestModule.ModuleVersionId:N}";

        await using var connection = new NpgsqlConnection(cluster.SuperuserConnectionString());
        await connection.OpenAsync();
        await Run(connection, $"select pg_advisory_lock({Lock})");
        if (await Run(connection, $"select 1 from pg_database where datname = '{template}' and datistemplate") is not null)
            return template;

        if (await Run(connection, $"select 1 from pg_roles where rolname = '{Owner}'") is null)
            await Run(connection, $"create role {Owner} login createdb createrole password '{PostgresCluster.PasswordOf(Owner)}'");
        await Run(connection, $"drop database if exists {template} with (force)"); // half made by a run that was killed
        await Run(connection, $"create database {template} owner {Owner}");

        var owner = PostgresUrl.Read("tests", cluster.ConnectionString(Owner, template));
        await DatabaseMigrator.Migrate(owner);
        await DatabaseMigrator.CreateRoles(
            owner,
            PostgresUrl.Read("tests", cluster.ConnectionString(ServingRoles.Silo, template)),
            PostgresUrl.Read("tests", cluster.ConnectionString(ServingRoles.Api, template))
        );

        await Run(connection, $"alter database {template} is_template true allow_connections false");
        return template;
    }

    private static async Task<object?> Run(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }
}
