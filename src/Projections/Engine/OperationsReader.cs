using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// What an operator is shown of the projections through the API, and may ask of them. It crosses tenants, so it tells where something went
/// wrong and nothing of what was said there. Whoever calls this has made sure that an operator asks.
/// </summary>
public sealed class OperationsReader
{
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    internal OperationsReader(NpgsqlDataSource source, TimeProvider clock) => (this.source, this.clock) = (source, clock);

    /// <summary>Where every build stands.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<IReadOnlyList<BuildStatus>> Builds(CancellationToken ct = default) => BuildStatus.Read(source, ct);

    /// <summary>What a projection's builds could not take in, the oldest first.</summary>
    /// <param name="projection">Such as <c>calendar.v1</c>.</param>
    /// <param name="most">At most this many.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<IReadOnlyList<ParkedPlace>> Parked(string projection, int most, CancellationToken ct = default)
    {
        await using var batch = AsOperator(
            """
            select position, stream, event, reason, parked_at, retry_asked_at is not null from read.parked
            where projection = $1 order by position limit $2
            """,
            projection,
            most
        );
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var all = new List<ParkedPlace>();
        while (await reader.ReadAsync(ct))
            all.Add(
                new(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetFieldValue<DateTimeOffset>(4),
                    reader.GetBoolean(5)
                )
            );
        return all;
    }

    /// <summary>Asks the runner for another try of everything that is parked of a projection.</summary>
    /// <returns>How many events.</returns>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<int> Retry(string projection, CancellationToken ct = default)
    {
        await using var batch = AsOperator(
            """
            update read.parked p set retry_asked_at = $2
            from read.checkpoint c
            where p.projection = $1 and c.projection = p.projection and c.slot = p.slot and c.state <> 'kept'
            """,
            projection,
            clock.GetUtcNow().UtcDateTime
        );
        await batch.ExecuteNonQueryAsync(ct);
        return checked((int)batch.BatchCommands[1].RecordsAffected);
    }

    private NpgsqlBatch AsOperator(string statement, params ReadOnlySpan<object> arguments)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new("select set_config('app.operator', 'on', true)"));
        var asked = new NpgsqlBatchCommand(statement);
        foreach (var argument in arguments)
            asked.Parameters.Add(new() { Value = argument });
        batch.BatchCommands.Add(asked);
        return batch;
    }
}

/// <summary>Where an event stands that could not be taken in.</summary>
/// <param name="Position">In the log.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Event">Its stored name.</param>
/// <param name="Reason">Why not, as the program or the database said it.</param>
/// <param name="ParkedAt">When it was last tried, UTC.</param>
/// <param name="IsAskedFor">Whether another try was asked for and is still to come.</param>
public sealed record ParkedPlace(long Position, string Stream, string Event, string Reason, DateTimeOffset ParkedAt, bool IsAskedFor);
