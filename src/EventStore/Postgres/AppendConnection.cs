using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>What the database answered to a batch.</summary>
/// <param name="Before">The log's head before it.</param>
/// <param name="Stale">Streams that were at another version than expected; then nothing was written. Empty when all was.</param>
internal readonly record struct AppendAnswer(long Before, IReadOnlySet<string> Stale);

/// <summary>The writer's one connection. It lasts as long as it holds, and is opened again by the next use.</summary>
/// <param name="source">Where to.</param>
/// <param name="options">Limits.</param>
/// <param name="dropped">Told whenever a connection is let go of: the next one may lead to another server.</param>
internal sealed class AppendConnection(NpgsqlDataSource source, PostgresEventStoreOptions options, Action dropped) : IAsyncDisposable
{
    private static readonly HashSet<string> None = [];
    private NpgsqlConnection? connection;

    /// <summary>Sends appends as one statement, hence as one transaction.</summary>
    public async Task<AppendAnswer> Send(IReadOnlyList<PendingAppend> batch)
    {
        await using var command = await Command(
            "select before, stale from log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
        );
        AppendParameters.Fill(command.Parameters, batch, options.LockPatience);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new(reader.GetInt64(0), reader.IsDBNull(1) ? None : reader.GetFieldValue<string[]>(1).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Where the streams of stale appends stand, and which events are where these were to go.</summary>
    public async Task<IReadOnlyList<StreamPlace>> Look(IReadOnlyList<PendingAppend> stale)
    {
        await using var command = await Command(StreamPlace.Query);
        command.Parameters.Add(new() { Value = stale.Select(a => a.Stream.Value).ToArray() });
        command.Parameters.Add(new() { Value = stale.Select(a => a.ExpectedVersion).ToArray() });
        command.Parameters.Add(new() { Value = stale.Select(a => (long)a.Events.Length).ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var places = new List<StreamPlace>();
        while (await reader.ReadAsync())
            places.Add(new(reader.GetInt64(0), reader.GetFieldValue<Guid[]>(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2)));
        return places;
    }

    /// <summary>Lets go of the connection: it is broken, or busy with something nobody waits for.</summary>
    public async ValueTask Drop()
    {
        if (connection is { } lost)
        {
            connection = null;
            dropped();
            await lost.DisposeAsync();
        }
    }

    public ValueTask DisposeAsync() => Drop();

    private async ValueTask<NpgsqlCommand> Command(string text)
    {
        if (connection is not { State: System.Data.ConnectionState.Open })
        {
            await Drop();
            using var patience = new CancellationTokenSource(options.ConnectPatience);
            connection = await source.OpenConnectionAsync(patience.Token);
        }
        return new(text, connection) { CommandTimeout = (int)options.AnswerPatience.TotalSeconds };
    }
}
