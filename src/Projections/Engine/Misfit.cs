using System.Net.Sockets;
using Campaigns.EventStore;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>Tells what is wrong with an event or the rows it meets from what is wrong around them: the first is parked, the second is waited out.</summary>
internal static class Misfit
{
    /// <summary>Whether the same would fail again, whenever and wherever it is tried.</summary>
    public static bool IsAboutTheData(Exception e) =>
        e switch
        {
            LeaseLostException or CheckpointMovedException or OperationCanceledException => false,
            EventStoreUnavailableException or IOException or SocketException or TimeoutException => false,
            ObjectDisposedException or OutOfMemoryException => false,
            // Values, constraints and sizes. What the schema or a role lacks is no event's fault: parking would park them all.
            PostgresException said => said.SqlState[..2] is "21" or "22" or "23" or "44" or "54"
                || said.SqlState is PostgresErrorCodes.DataCorrupted,
            NpgsqlException => false,
            _ => true, // a stored word that nobody knows, a value that no column can hold
        };

    /// <summary>What operators of all tenants may read of it: the kind of failure. Its message may hold what a tenant wrote, and is for the log.</summary>
    public static string ReasonOf(Exception e) =>
        e is PostgresException said ? $"{nameof(PostgresException)} {said.SqlState}" : e.GetType().Name;
}
