using Npgsql;

namespace Campaigns.Database;

/// <summary>Refuses to serve requests from a database that is behind the program.</summary>
public static class SchemaCheck
{
    /// <summary>Asks the database which migrations it has. Those that a newer program brought along do no harm.</summary>
    /// <param name="source">Logs in with a serving role.</param>
    /// <param name="variable">The environment variable that holds its address, for the message.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DatabaseConfigurationException">Some are missing; the message names them and the variable.</exception>
    public static async Task Refuse(NpgsqlDataSource source, string variable, CancellationToken ct = default)
    {
        var missing = DatabaseMigrator.Scripts.Except(await Applied(source, ct), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new DatabaseConfigurationException(
                $"{variable}: the database lacks the migrations {string.Join(", ", missing)}. Run `./campaigns migrate --create-roles` first."
            );
    }

    private static async Task<IReadOnlyList<string>> Applied(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            await using var question = source.CreateCommand("select array_agg(scriptname::text) from migrations.applied");
            return await question.ExecuteScalarAsync(ct) as string[] ?? [];
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return []; // never migrated, or never by a program that lets this role look
        }
    }
}
