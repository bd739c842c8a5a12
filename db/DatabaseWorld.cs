using Npgsql;

namespace Campaigns.Database;

/// <summary>
/// Keeps the sandbox out of a database that serves the real providers, and the other way round. A database belongs to the world of the
/// silo that first started on it, for good.
/// </summary>
public static class DatabaseWorld
{
    /// <summary>Says which world the database belongs to, if no silo has said so before.</summary>
    /// <param name="source">Logs in as <c>campaigns_silo</c>.</param>
    /// <param name="sandbox">Whether stand-ins take the providers' places.</param>
    /// <param name="ct">Stops the question.</param>
    public static async Task Settle(NpgsqlDataSource source, bool sandbox, CancellationToken ct = default)
    {
        await using var settled = source.CreateCommand("insert into orleans.world (world) values ($1) on conflict do nothing");
        settled.Parameters.Add(new() { Value = Name(sandbox) });
        await settled.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Refuses a database that belongs to the other world. One that belongs to none yet is fine.</summary>
    /// <param name="source">Logs in with a serving role, or as the owner.</param>
    /// <param name="variable">The environment variable that holds its address, for the message.</param>
    /// <param name="sandbox">Whether stand-ins take the providers' places.</param>
    /// <param name="ct">Stops the question.</param>
    /// <exception cref="DatabaseConfigurationException">It is the other world's; the message names the variables.</exception>
    public static async Task Refuse(NpgsqlDataSource source, string variable, bool sandbox, CancellationToken ct = default)
    {
        if (await Read(source, ct) is not { } world || world == Name(sandbox))
            return;

        throw new DatabaseConfigurationException(
            sandbox
                ? $"{variable}: this database belongs to the real world, and CAMPAIGNS_SANDBOX is true: the sandbox must not touch it. "
                    + "Give the sandbox a database of its own (./campaigns up makes one when DATABASE_URL is not set)."
                : $"{variable}: this database belongs to the sandbox, and CAMPAIGNS_SANDBOX is not true: what is in it never happened. "
                    + "Use an empty database for the real providers."
        );
    }

    private static async Task<string?> Read(NpgsqlDataSource source, CancellationToken ct)
    {
        try
        {
            await using var question = source.CreateCommand("select world from orleans.world");
            return await question.ExecuteScalarAsync(ct) as string;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return null; // not migrated that far, so no silo has started on it
        }
    }

    private static string Name(bool sandbox) => sandbox ? "sandbox" : "real";
}
