using System.Net.Sockets;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Tells the database being away from its saying no.</summary>
internal static class Outage
{
    /// <summary>The database could not be reached, went away, or did not answer in time: the same request may succeed later.</summary>
    public static bool Is(Exception failure) =>
        failure switch
        {
            PostgresException said => said.IsTransient
                || IsShutdown(said)
                || IsImpatience(said)
                || said.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
            NpgsqlException or IOException or SocketException or TimeoutException or OperationCanceledException => true,
            _ => false,
        };

    /// <summary>The connection was cut all at once; another one may well work.</summary>
    public static bool IsCut(Exception failure) =>
        failure is PostgresException said
            ? IsShutdown(said)
            : failure is NpgsqlException { InnerException: not TimeoutException } or IOException or SocketException;

    /// <summary>What callers of the port see of it.</summary>
    public static EventStoreUnavailableException Unavailable(Exception failure) =>
        new($"The event log is not available: {failure.Message}", failure);

    private static bool IsShutdown(PostgresException said) =>
        said.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow;

    private static bool IsImpatience(PostgresException said) =>
        said.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable;
}
