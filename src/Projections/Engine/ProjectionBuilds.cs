using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>What an operator does with the builds of the read models. The work itself is done by whichever silo's runner has the lease.</summary>
public sealed class ProjectionBuilds
{
    private const int MostTries = 20;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlDataSource source;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly TimeProvider clock;

    internal ProjectionBuilds(NpgsqlDataSource source, IEnumerable<IProjection> projections, TimeProvider clock) =>
        (this.source, this.projections, this.clock) = (source, [.. projections], clock);

    /// <summary>All names there are.</summary>
    public IReadOnlyList<string> Names => [.. projections.Select(projection => projection.Name)];

    /// <summary>
    /// Begins a build from the first event beside what is read. Readers go on with the complete rows they have until it has caught up; then it
    /// takes their place in one step. One that is being built begins again, one that was kept goes.
    /// </summary>
    /// <param name="name">
    /// Such as <c>calendar.v1</c>; without a version, the newest that this program has, unless a newer one is read.
    /// </param>
    /// <param name="ct">Gives up before it has begun.</param>
    /// <exception cref="UnknownProjectionException">No projection has this name.</exception>
    /// <exception cref="InvalidOperationException">
    /// No runner ever ran here, so there is nothing to be beside; or a newer version is read; or someone still reads the table to be filled.
    /// </exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task Rebuild(string name, CancellationToken ct = default)
    {
        var projection = Find(name);
        for (var attempt = 1; ; attempt++)
            switch (await BuildStart.Try(source, null, projection, name == projection.Name ? StartOf.AnyVersion : StartOf.Newest, ct))
            {
                case Started.Begun:
                    return;
                case Started.TableInUse when attempt < MostTries:
                    await Task.Delay(BetweenTries, clock, ct);
                    break;
                case Started.TableInUse:
                    throw new InvalidOperationException($"A long reading is in the way of {name}'s build: try again once it has ended.");
                case Started.NewerIsRead:
                    throw new InvalidOperationException(
                        $"A newer version than {projection.Name} is read, which this program does not have. To build the older one, name its version."
                    );
                default:
                    throw new InvalidOperationException($"{name} was never built here: its first build begins with the first silo.");
            }
    }

    /// <summary>Lets the build that was read before catch up, and be read again.</summary>
    /// <exception cref="UnknownProjectionException">No projection has this name.</exception>
    /// <exception cref="InvalidOperationException">Nothing was kept, or only what this program can no longer fold.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task Back(string name, CancellationToken ct = default)
    {
        var model = ModelName.Of(Find(name).Name);
        var kept = (await Builds.All(source, projections, ct)).Any(build =>
            build.State is BuildState.Kept && ModelName.Of(build.Name) == model
        );
        if (!kept || !await Builds.Back(source, model, ct))
            throw new InvalidOperationException($"{name} has no build before this one that this program can go back to.");
    }

    /// <summary>Asks for another try of everything that is parked of a projection.</summary>
    /// <returns>How many events.</returns>
    /// <exception cref="UnknownProjectionException">No projection has this name.</exception>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<int> Retry(string name, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand(
            """
            update read.parked p set retry_asked_at = $2
            from read.checkpoint c
            where p.projection = $1 and c.projection = p.projection and c.slot = p.slot and c.state <> 'kept'
            """
        );
        command.Parameters.Add(new() { Value = Find(name).Name });
        command.Parameters.Add(new() { Value = clock.GetUtcNow().UtcDateTime });
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many events of a projection still wait for the try that was asked for.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<long> AwaitingRetry(string name, CancellationToken ct = default)
    {
        await using var command = source.CreateCommand(
            """
            select count(*) from read.parked p join read.checkpoint c using (projection, slot)
            where p.projection = $1 and p.retry_asked_at is not null and c.state <> 'kept' -- what is kept, nobody folds
            """
        );
        command.Parameters.Add(new() { Value = Find(name).Name });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whether a build is of the read model that a name means.</summary>
    public bool IsOf(BuildStatus build, string name) => ModelName.Of(build.Name) == ModelName.Of(Find(name).Name);

    /// <summary>Where every build stands.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public Task<IReadOnlyList<BuildStatus>> Standing(CancellationToken ct = default) => BuildStatus.Read(source, ct);

    /// <summary>Whether a runner is at work in any silo.</summary>
    /// <exception cref="NpgsqlException">The database is away.</exception>
    public async Task<bool> HasRunner(CancellationToken ct = default)
    {
        await using var command = source.CreateCommand("select expires_at > clock_timestamp() from read.lease");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private IProjection Find(string name) =>
        projections.LastOrDefault(known => known.Name == name || ModelName.Of(known.Name) == name)
        ?? throw new UnknownProjectionException(name, Names);
}
