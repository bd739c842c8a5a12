using Campaigns.EventStore;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>Tells how far each projection is behind the log, whichever silo runs it.</summary>
public sealed class ProjectionLag
{
    private readonly IEventStore events;
    private readonly NpgsqlDataSource source;
    private readonly IReadOnlyList<string> names;
    private readonly TimeProvider clock;

    internal ProjectionLag(IEventStore events, NpgsqlDataSource source, IEnumerable<IProjection> projections, TimeProvider clock) =>
        (this.events, this.source, names, this.clock) = (events, source, [.. projections.Select(projection => projection.Name)], clock);

    /// <summary>Looks at log and checkpoints.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    /// <exception cref="EventStoreUnavailableException">The log is away.</exception>
    public async Task<IReadOnlyList<ProjectionStatus>> Measure(CancellationToken ct = default)
    {
        var head = await events.Head(ct);
        var standing = await Standing(ct);
        var ages = new Dictionary<LogPosition, TimeSpan>();
        foreach (var position in standing.Select(one => one.Position).Distinct())
            ages.Add(position, position < head ? await AgeOfNext(position, ct) : TimeSpan.Zero);
        return [.. standing.Select(one => new ProjectionStatus(one.Name, one.Position, head, ages[one.Position], one.Parked))];
    }

    /// <summary>How long the oldest event that was not taken in has been waiting.</summary>
    private async Task<TimeSpan> AgeOfNext(LogPosition after, CancellationToken ct)
    {
        await foreach (var next in events.ReadAll(after, ct))
        {
            var age = clock.GetUtcNow() - next.Metadata.RecordedAt;
            return age > TimeSpan.Zero ? age : TimeSpan.Zero; // clocks of two silos differ
        }
        return TimeSpan.Zero;
    }

    private async Task<List<(string Name, LogPosition Position, long Parked)>> Standing(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select wanted.name, coalesce(c.position, 0), (
              select count(*) from read.parked p where p.projection = wanted.name and p.slot = coalesce(c.slot, 'a')
            )
            from unnest($1) wanted (name)
            left join read.checkpoint c on c.projection = wanted.name and c.state = 'live'
            where c.projection is not null -- a version that is still being built beside its older one lags behind nobody's reading
              or not exists (
                select from read.checkpoint o
                where split_part(o.projection, '.', 1) = split_part(wanted.name, '.', 1) and o.state = 'live'
              )
            """
        );
        command.Parameters.Add(new() { Value = names.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var standing = new List<(string, LogPosition, long)>();
        while (await reader.ReadAsync(ct))
            standing.Add((reader.GetString(0), StoredPosition.FromColumn(reader.GetInt64(1)), reader.GetInt64(2)));
        return standing;
    }
}

/// <summary>Where one projection stands.</summary>
/// <param name="Name">Its name, such as <c>calendar.v1</c>.</param>
/// <param name="Position">The last event it took in.</param>
/// <param name="Head">The last event of the log.</param>
/// <param name="Lag">How long the oldest event that it did not take in has been waiting; zero when there is none.</param>
/// <param name="Parked">Events it could not take in.</param>
public sealed record ProjectionStatus(string Name, LogPosition Position, LogPosition Head, TimeSpan Lag, long Parked);
