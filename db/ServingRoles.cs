using Npgsql;

namespace Campaigns.Database;

/// <summary>The roles that serve requests. They own nothing; migrations grant them what they need.</summary>
public static class ServingRoles
{
    /// <summary>The silo: log, Orleans, projections, vault.</summary>
    public const string Silo = "campaigns_silo";

    /// <summary>The API: reads, under row-level security.</summary>
    public const string Api = "campaigns_api";

    /// <summary>Analysts: the views of <c>analytics</c>.</summary>
    public const string Analyst = "campaigns_analyst";

    internal static string PasswordOf(PostgresUrl url, string role)
    {
        if (url.Username != role)
            throw new DatabaseConfigurationException($"{url.Variable} must log in as {role}, not as {url.Username}.");
        return url.Password is { Length: > 0 } password
            ? password
            : throw new DatabaseConfigurationException($"{url.Variable} has no password; {role} needs one to log in.");
    }

    internal static async Task LetLogIn(NpgsqlDataSource owner, string role, string password, CancellationToken ct)
    {
        try
        {
            await SetPassword(owner, role, ScramVerifier.Of(password), ct);
        }
        catch (PostgresException e) when (e.MessageText.Contains("plaintext passwords", StringComparison.Ordinal))
        {
            // Neon's own control plane wants to hash it itself, and says so: nothing but the password will do there.
            await SetPassword(owner, role, password, ct);
        }
    }

    private static Task SetPassword(NpgsqlDataSource owner, string role, string secret, CancellationToken ct) =>
        Alter(
            owner,
            """
            select case when exists (select from pg_roles where rolname = $1)
              then format('alter role %I login password %L', $1, $2)
              else format('create role %I login nosuperuser nocreatedb nocreaterole nobypassrls password %L', $1, $2)
            end
            """,
            [role, secret],
            ct
        );

    /// <summary>
    /// Orleans reads its table of queries unqualified, in a silo and in an API that looks for silos. The path is set on the roles, as a
    /// pooler refuses it as a connection's start-up parameter, and for the whole cluster, as a database copied from a template would lose a
    /// setting of its own.
    /// </summary>
    internal static async Task SetSearchPath(NpgsqlDataSource owner, CancellationToken ct)
    {
        foreach (var role in (string[])[Silo, Api])
            await Alter(
                owner,
                """
                select format('alter role %I set search_path = orleans, public', rolname)
                from pg_roles
                where rolname = $1 and 'search_path=orleans, public' <> all (coalesce(rolconfig, '{}'))
                """,
                [role],
                ct
            );
    }

    /// <summary>
    /// Sends the statement that <paramref name="compose"/> builds, if any. Roles belong to the whole cluster and are not locked:
    /// who meets another's change, made from another database, tries again.
    /// </summary>
    private static async Task Alter(NpgsqlDataSource owner, string compose, string[] arguments, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var question = owner.CreateCommand(compose);
            foreach (var argument in arguments)
                question.Parameters.Add(new() { Value = argument });
            if (await question.ExecuteScalarAsync(ct) is not string statement)
                return;

            try
            {
                await using var change = owner.CreateCommand(statement);
                await change.ExecuteNonQueryAsync(ct);
                return;
            }
            catch (PostgresException e) when (attempt < 20 && IsAnothersChange(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt), ct);
            }
        }
    }

    private static bool IsAnothersChange(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.UniqueViolation
        || e is { SqlState: PostgresErrorCodes.InternalError, MessageText: "tuple concurrently updated" };
}
