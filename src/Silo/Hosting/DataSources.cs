using System.Diagnostics;
using Campaigns.Database;
using Campaigns.EventStore.Postgres;
using Npgsql;

namespace Campaigns.Silo.Hosting;

/// <summary>
/// One pool of connections for each purpose, so that none can starve another: a burst of queries must not keep the log from being written.
/// Together they stay below the 100 connections that a small Postgres allows.
/// </summary>
internal static class DataSources
{
    /// <summary>Writes and reads the log.</summary>
    public const string Log = "log";

    /// <summary>Membership, reminders and snapshots.</summary>
    public const string Orleans = "orleans";

    /// <summary>Writes the read models, and reads them for the sweep.</summary>
    public const string Projections = "projections";

    /// <summary>Encrypted tokens, and the directory of members.</summary>
    public const string Vault = "vault";

    /// <summary>The messages to webhooks.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Reads for the API, under row-level security.</summary>
    public const string Api = "api";

    public static NpgsqlDataSource DataSource(this IServiceProvider services, string purpose) =>
        services.GetRequiredKeyedService<NpgsqlDataSource>(purpose);

    /// <summary>A pool by itself.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="purpose">Shown by the database as <c>campaigns-…</c>.</param>
    /// <param name="most">How many connections at most.</param>
    public static NpgsqlDataSource Open(PostgresUrl url, string purpose, int most)
    {
        var settings = new NpgsqlConnectionStringBuilder(url.ConnectionString)
        {
            ApplicationName = $"campaigns-{purpose}",
            MaxPoolSize = most,
            // A pooler in transaction mode hands out another connection each time: what was prepared on the last one is not there.
            MaxAutoPrepare = url.IsPooled ? 0 : 64,
            KeepAlive = 30,
            IncludeErrorDetail = false, // details quote rows
        };
        var tuned = purpose switch
        {
            Log => LogConnectionSettings.Apply(settings, url.IsPooled),
            Orleans or Vault or Webhooks or Api => Impatient(settings),
            Projections => Replaceable(QuickToConnect(settings), url.IsPooled), // a batch that catches up may take its time
            _ => settings,
        };
        var source = new NpgsqlDataSourceBuilder(tuned.ConnectionString) { Name = tuned.ApplicationName };
        // Statements that belong to something are part of its trace; membership, polling and the like would be a trace each, for ever.
        source.ConfigureTracing(traces =>
            traces
                .ConfigureCommandFilter(_ => Activity.Current is not null)
                .ConfigureBatchFilter(_ => Activity.Current is not null)
                .ConfigureCopyOperationFilter(_ => Activity.Current is not null)
                .EnablePhysicalOpenTracing(false)
        );
        return source.Build();
    }

    /// <summary>Somebody waits: when the database hangs they are told so, instead of hanging with it.</summary>
    private static NpgsqlConnectionStringBuilder Impatient(NpgsqlConnectionStringBuilder settings)
    {
        settings.CommandTimeout = 5; // seconds
        return QuickToConnect(settings);
    }

    private static NpgsqlConnectionStringBuilder QuickToConnect(NpgsqlConnectionStringBuilder settings)
    {
        settings.Timeout = 3; // seconds
        settings.CancellationTimeout = 500; // milliseconds, on top of the command's
        return settings;
    }

    /// <summary>A runner that was stopped, or whose machine is gone, must not keep the rows that it locked from the one that takes over.</summary>
    private static NpgsqlConnectionStringBuilder Replaceable(NpgsqlConnectionStringBuilder settings, bool isPooled)
    {
        if (!isPooled) // poolers refuse settings of a session
            settings.Options =
                "-c idle_in_transaction_session_timeout=5s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";
        return settings;
    }

    /// <summary>Opens a pool that the container will close, and that is found by its purpose.</summary>
    public static NpgsqlDataSource AddDataSource(this IServiceCollection services, string purpose, PostgresUrl url, int most)
    {
        var source = Open(url, purpose, most);
        services.AddKeyedSingleton(purpose, (_, _) => source); // by a factory: the container disposes of nothing else
        return source;
    }
}
