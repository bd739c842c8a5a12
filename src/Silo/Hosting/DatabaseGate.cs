using Campaigns.Database;
using Campaigns.Keys;
using Campaigns.Silo.Configuration;
using Npgsql;

namespace Campaigns.Silo.Hosting;

/// <summary>Lets nothing start before its database answers, is migrated, and is entered by a role that may serve.</summary>
internal static class DatabaseGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="ConfigurationException">A database must not be served from: everything found, each with its variable.</exception>
    /// <exception cref="DatabaseAwayException">One does not answer.</exception>
    public static async Task Pass(SiloSettings settings, ILogger logger, CancellationToken ct)
    {
        var problems = new List<string>();
        foreach (var url in Databases(settings))
        {
            if (url.Ignored.Count > 0)
                logger.LogWarning(
                    "{Variable} has parameters that mean nothing here: {Ignored}",
                    url.Variable,
                    string.Join(", ", url.Ignored)
                );
            if (await Problem(url, settings, Patience, logger, ct) is { } problem)
                problems.Add(problem);
        }

        if (problems.Count > 0)
            throw new ConfigurationException(problems);
        if (settings.SiloDatabase is { } silo)
            await Settle(silo, settings, ct);
    }

    /// <summary>Those that a process with these settings serves from.</summary>
    public static IEnumerable<PostgresUrl> Databases(SiloSettings settings) =>
        new[] { settings.SiloDatabase, settings.ApiDatabase }.OfType<PostgresUrl>();

    /// <summary>What keeps this database from being served from; null when nothing does.</summary>
    /// <exception cref="DatabaseAwayException">It does not answer.</exception>
    public static async Task<string?> Problem(
        PostgresUrl url,
        SiloSettings settings,
        TimeSpan patience,
        ILogger logger,
        CancellationToken ct
    )
    {
        await using var source = DataSources.Open(url, "start", most: 1);
        try
        {
            var wait = DatabaseStart.Wait(source, patience, TimeProvider.System, ct);
            if (await Task.WhenAny(wait, Task.Delay(TimeSpan.FromSeconds(1), ct)) != wait)
                logger.LogInformation(
                    "Waiting up to {Patience} s for the database of {Variable}: {Database}",
                    patience.TotalSeconds,
                    url.Variable,
                    url
                );
            await wait;
            await ServingRoleCheck.Refuse(source, url.Variable, forApi: ReferenceEquals(url, settings.ApiDatabase), ct);
            await SchemaCheck.Refuse(source, url.Variable, ct);
            await DatabaseWorld.Refuse(source, url.Variable, settings.Sandbox, ct);
            return ReferenceEquals(url, settings.SiloDatabase) ? await ForeignKeys(source, settings, ct) : null;
        }
        catch (DatabaseConfigurationException e)
        {
            return e.Message;
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return $"{url.Variable}: {url} refuses the login ({e.MessageText}). `./campaigns migrate --create-roles` sets the roles' passwords.";
        }
        catch (Exception e) when (e is NpgsqlException or KeysUnavailableException)
        {
            throw new DatabaseAwayException($"{url.Variable}: {url} does not answer: {e.Message}", e);
        }
    }

    /// <summary>Says which master key is missing: without it nothing of some tenants could be read, which must not turn out post by post.</summary>
    private static async Task<string?> ForeignKeys(NpgsqlDataSource source, SiloSettings settings, CancellationToken ct)
    {
        if (settings.MasterKey.IsEmpty)
            return null; // said already
        await using var keys = new ServiceCollection().AddTenantKeys(_ => source, settings.Masters).BuildServiceProvider();
        return await keys.GetRequiredService<IKeyRing>().Foreign(ct) is [_, ..] foreign
            ? $"CAMPAIGNS_MASTER_KEY: tenants' keys are wrapped by {string.Join(", ", foreign)}, which is neither this one nor among "
                + "CAMPAIGNS_FORMER_MASTER_KEYS. Put the former master key there, then run `./campaigns rotate-master-key`."
            : null;
    }

    /// <summary>Says whose database it is, if nobody has; two that start at once on a new one may not both be right.</summary>
    private static async Task Settle(PostgresUrl url, SiloSettings settings, CancellationToken ct)
    {
        await using var source = DataSources.Open(url, "start", most: 1);
        try
        {
            await DatabaseWorld.Settle(source, settings.Sandbox, ct);
            await DatabaseWorld.Refuse(source, url.Variable, settings.Sandbox, ct);
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseAwayException($"{url.Variable}: {url} does not answer: {e.Message}", e);
        }
    }
}
