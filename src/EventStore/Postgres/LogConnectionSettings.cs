using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>How the log wants its connections.</summary>
public static class LogConnectionSettings
{
    // Whoever appends holds the log's head until it is done. The database gives up by itself an append that takes too long, also when its
    // silo cannot cancel it any more, and finds out within some eleven seconds that the silo's machine is gone, instead of within two hours.
    private const string Session =
        "-c statement_timeout=3s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// <summary>Sets what the log's limits on waiting, and its speed, rest on. Address, pool and preparation are the caller's choice.</summary>
    /// <param name="settings">What is known of the connection so far; changed and given back.</param>
    /// <param name="isPooled">
    /// Whether the address is a pooler's. Poolers refuse settings of a session, so then the database by itself bounds an append's wait for
    /// others only, and how long it works on one is bounded by the role's <c>statement_timeout</c>, if it has any.
    /// </param>
    public static NpgsqlConnectionStringBuilder Apply(NpgsqlConnectionStringBuilder settings, bool isPooled = false)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // When the database hangs, so does the connection on which Npgsql asks it to cancel: this comes on top of waiting for the answer.
        settings.Timeout = 2;
        settings.CancellationTimeout = -1; // no more waiting for the effect
        // A batch is tens of kilobytes, and every piece it is sent in costs both sides a system call.
        settings.WriteBufferSize = 64 << 10;
        if (!isPooled)
            settings.Options = $"{settings.Options} {Session}".TrimStart();
        return settings;
    }
}
