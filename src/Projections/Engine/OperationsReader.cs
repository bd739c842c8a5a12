using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// What an operator is shown of the projections through the API, and may ask of them. It crosses tenants, so it tells where something went
/// wrong, a stream's name with its tenant's included, and nothing of what was said there. Whoever calls this has made sure that an operator asks.
/// </summary>
public sealed class OperationsReader
{
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider clock;

    internal OperationsReader(NpgsqlDataSource source, TimeProvider clock) => (this.source, this.clock) = (source, clock);

    /// <summary>Where every build stands.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<IReadOnlyList<BuildStatus>> Builds(CancellationToken ct = default) => BuildStatus.Read(source, ct);

    /// <summary>What the builds of a projection could not take in that are read or grow, the oldest first.</summary>
    /// <param name="projection">Such as <c>calendar.v1</c>, or <c>calendar</c> for whichever versions there are.</param>
    /// <param name="most">At most this many.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="UnknownProjectionException">No projection has this name.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<IReadOnlyList<ParkedPlace>> Parked(string projection, int most, CancellationToken ct = default)
    {
        await using var batch = AsOperator(
            """
            select p.position, p.stream, p.event, p.reason, p.parked_at, p.retry_asked_at is not null, c.state = 'building'
            from read.parked p join read.checkpoint c using (projection, slot)
            where p.projection = any ($1) and c.state <> 'kept'
            order by p.position, c.state desc limit $2
            """,
            await Named(projection, ct),
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
                    reader.GetBoolean(5),
                    reader.GetBoolean(6)
                )
            );
        return all;
    }

    /// <summary>Asks the runner for another try of everything that is parked of a projection.</summary>
    /// <param name="projection">As for <see cref="Parked"/>.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many events.</returns>
    /// <exception cref="UnknownProjectionException">No projection has this name.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<int> Retry(string projection, CancellationToken ct = default)
    {
        await using var batch = AsOperator(
            """
            update read.parked p set retry_asked_at = $2
            from read.checkpoint c
            where p.projection = any ($1) and c.projection = p.projection and c.slot = p.slot and c.state <> 'kept'
            """,
            await Named(projection, ct),
            clock.GetUtcNow().UtcDateTime
        );
        await batch.ExecuteNonQueryAsync(ct);
        return checked((int)batch.BatchCommands[1].RecordsAffected);
    }

    /// <summary>The versions that a name means, of those that are read or built.</summary>
    private async Task<string[]> Named(string projection, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "select distinct projection from read.checkpoint where state <> 'kept' order by projection"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var known = new List<string>();
        while (await reader.ReadAsync(ct))
            known.Add(reader.GetString(0));
        return known.Where(name => name == projection || ModelName.Of(name) == projection).ToArray() is { Length: > 0 } named
            ? named
            : throw new UnknownProjectionException(projection, known);
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
/// <param name="Reason">Why not: what kind of failure it was.</param>
/// <param name="ParkedAt">When it was last tried, UTC.</param>
/// <param name="IsAskedFor">Whether another try was asked for and is still to come.</param>
/// <param name="IsBuilding">Whether it is missing in a build that still grows, and not in what is read.</param>
public sealed record ParkedPlace(
    long Position,
    string Stream,
    string Event,
    string Reason,
    DateTimeOffset ParkedAt,
    bool IsAskedFor,
    bool IsBuilding
);
