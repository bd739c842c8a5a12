using Npgsql;

namespace Campaigns.Database;

/// <summary>Waits for a database that is starting, waking up or restarting.</summary>
public static class DatabaseStart
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Returns once the database answers.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="patience">For how long a refused or broken connection is tried again.</param>
    /// <param name="clock">What the time is taken from.</param>
    /// <param name="ct">Stops the waiting.</param>
    /// <exception cref="NpgsqlException">It did not answer in time, or said no for good: a wrong password is not waited for.</exception>
    public static async Task Wait(NpgsqlDataSource source, TimeSpan patience, TimeProvider clock, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = pause * 2 < Longest ? pause * 2 : Longest)
        {
            try
            {
                await using var asked = source.CreateCommand("select 1");
                await asked.ExecuteScalarAsync(ct);
                return;
            }
            catch (NpgsqlException e) when (MayPass(e) && clock.GetElapsedTime(began) + pause < patience)
            {
                await Task.Delay(pause, clock, ct);
            }
        }
    }

    private static bool MayPass(NpgsqlException e) =>
        e is not PostgresException said
            ? e.IsTransient || e.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException
            // A proxy that wakes its database says so in an internal error's text.
            : said.IsTransient
                || said is { SqlState: PostgresErrorCodes.InternalError, MessageText: var text }
                    && text.Contains("compute node", StringComparison.Ordinal);
}
