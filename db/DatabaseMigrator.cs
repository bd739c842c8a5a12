using DbUp;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using Npgsql;

namespace Campaigns.Database;

/// <summary>
/// Brings a database up to date: runs the scripts of <c>db/migrations</c> in order, once each. What was applied, and when, stands in
/// <c>migrations.applied</c>. Two at once do no harm: the second waits, then finds nothing left to do.
/// </summary>
public static class DatabaseMigrator
{
    private const long Lock = 0x63616D706169676E; // "campaign"; advisory locks are numbers, one namespace per database

    /// <summary>Names of the scripts that this build knows, in order.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. MigrationScripts.All.Select(script => script.Name)];

    /// <summary>Migrates, and gives the names of the scripts it applied.</summary>
    /// <param name="owner">A direct address (no pooler) of the role that owns the tables.</param>
    /// <param name="patience">How long to wait for a database that is still starting; a minute unless told.</param>
    /// <param name="ct">Stops the waiting; a script under way is finished.</param>
    /// <exception cref="MigrationFailedException">A script failed.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached in time.</exception>
    public static async Task<IReadOnlyList<string>> Migrate(PostgresUrl owner, TimeSpan? patience = null, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(owner.ConnectionString);
        await DatabaseStart.Wait(source, patience ?? TimeSpan.FromMinutes(1), TimeProvider.System, ct);

        // The lock lives as long as this transaction: unlike a session's lock, it works behind a pooler too.
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var taken = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction))
        {
            taken.CommandTimeout = 0; // as long as the other migrator needs
            taken.Parameters.Add(new() { Value = Lock });
            await taken.ExecuteNonQueryAsync(ct);
        }

        var applied = Upgrade(source);
        await ServingRoles.SetSearchPath(source, ct);
        return applied;
    }

    /// <summary>
    /// Lets the serving roles log in, with the passwords of their own addresses. Safe to repeat; a changed password is taken over.
    /// </summary>
    /// <param name="owner">The owner's address; it must be allowed to alter roles.</param>
    /// <param name="silo">Address whose user is <c>campaigns_silo</c>.</param>
    /// <param name="api">Address whose user is <c>campaigns_api</c>.</param>
    /// <param name="ct">Stops it between two roles.</param>
    /// <exception cref="DatabaseConfigurationException">An address names another user or no password; the message names the variable.</exception>
    public static async Task CreateRoles(PostgresUrl owner, PostgresUrl silo, PostgresUrl api, CancellationToken ct = default)
    {
        var siloPassword = ServingRoles.PasswordOf(silo, ServingRoles.Silo);
        var apiPassword = ServingRoles.PasswordOf(api, ServingRoles.Api);

        await using var source = NpgsqlDataSource.Create(owner.ConnectionString);
        await DatabaseStart.Wait(source, TimeSpan.FromMinutes(1), TimeProvider.System, ct);
        await ServingRoles.LetLogIn(source, ServingRoles.Silo, siloPassword, ct);
        await ServingRoles.LetLogIn(source, ServingRoles.Api, apiPassword, ct);
        await ServingRoles.SetSearchPath(source, ct);
    }

    private static string[] Upgrade(NpgsqlDataSource source)
    {
        // Quietly: asking with "if not exists" would send a notice at each start.
        using (
            var schema = source.CreateCommand(
                "do $$ begin if to_regnamespace('migrations') is null then create schema migrations; end if; end $$"
            )
        )
            schema.ExecuteNonQuery();

        var result = DeployChanges
            .To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScripts(MigrationScripts.All)
            .JournalToPostgresqlTable("migrations", "applied")
            .WithTransactionPerScript()
            .WithVariablesDisabled() // $…$ is Postgres' own way to quote
            .WithExecutionTimeout(TimeSpan.FromMinutes(30))
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();

        if (!result.Successful)
            throw new MigrationFailedException(result.ErrorScript?.Name ?? "journal", result.Error);

        // The journal is made by the first upgrade itself, so no script can grant it.
        using (
            var grant = source.CreateCommand(
                $"""
                grant usage on schema migrations to {ServingRoles.Silo}, {ServingRoles.Api};
                grant select on migrations.applied to {ServingRoles.Silo}, {ServingRoles.Api}
                """
            )
        )
            grant.ExecuteNonQuery();
        return [.. result.Scripts.Select(script => script.Name)];
    }
}
