using Campaigns.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Tails the log into the read models, for ever, while it has the lease; without it, it waits for it. Builds that stand at the same place share
/// one reading and one transaction (a lane); one that is new catches up in a lane of its own, and takes the live one's place when it is as far.
/// </summary>
internal sealed class ProjectionRunner(
    IEventStore events,
    NpgsqlDataSource source,
    IEnumerable<IProjection> projections,
    TimeProvider clock,
    ILogger<ProjectionRunner> logger
) : BackgroundService
{
    private const int BatchSize = 10_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MeasureEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceToRelease = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<IProjection> projections = [.. projections];
    private readonly string name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7(clock.GetUtcNow())}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                var lease = await RunnerLease.Take(source, name, [.. projections.Select(known => known.Name)], clock, stoppingToken);
                await Hold(lease, stoppingToken);
            }
            catch (LeaseLostException)
            {
                logger.LogInformation("Another runner has taken the projections over; waiting for the lease");
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, giving up would be worse: the read models would stop without a word.
                pause = clock.GetElapsedTime(began) > LongestPause ? ShortestPause : pause * 2;
                pause = pause > LongestPause ? LongestPause : pause;
                logger.LogError(e, "Projections stopped; going on in {Pause}", pause);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) // whatever a batch says that was cut short by the stop
            {
                logger.LogDebug(e, "Projections stopped with the silo");
            }
        }
    }

    /// <summary>Folds until the lease is lost, something fails, or it is told to stop: then a successor need not wait.</summary>
    private async Task Hold(RunnerLease lease, CancellationToken ct)
    {
        try
        {
            await FirstOf(ct, lease.Keep, stop => Fold(lease, stop), ShowFigures);
        }
        finally
        {
            ProjectionMeter.Show([]);
            await Release(lease);
        }
    }

    private async Task Fold(RunnerLease lease, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await RunLanes(lease, ct);
            }
            catch (CheckpointMovedException)
            {
                logger.LogInformation("A checkpoint is not where it was left; looking anew");
                await Task.Delay(ShortestPause, clock, ct);
            }
        }
    }

    /// <summary>Returns when lanes can be one, or something was asked for; throws when a lane fails.</summary>
    private async Task RunLanes(RunnerLease lease, CancellationToken ct)
    {
        var (builds, postponed, outdated) = await Builds.ToFold(source, lease, projections, ct);
        foreach (var old in outdated)
            logger.LogWarning("A newer version than {Projection} is read, which this program cannot fold", old);
        foreach (var late in postponed)
            logger.LogInformation("A long reading is in the way of {Projection}'s first build; trying again", late);
        if (builds.Count == 0)
        {
            await Task.Delay(LookEvery, clock, ct);
            return;
        }
        var lanes = await Join(Lanes(lease, builds), lease, ct);
        if (await Switch(lease, lanes, ct))
            return; // who is live has changed

        logger.LogInformation("Projections run in {Lanes} lanes, the last at {Position}", lanes.Count, lanes.Min(lane => lane.Position));
        await FirstOf(
            ct,
            [
                .. lanes.Select(lane => (Func<CancellationToken, Task>)(stop => lane.Run(() => HaveMet(lanes), stop))),
                stop => UntilAsked(lanes, stop),
                stop => TryAgain(lease, builds, stop),
                stop => Task.Delay(postponed.Count > 0 ? LongestPause : Timeout.InfiniteTimeSpan, clock, stop),
            ]
        );
    }

    private List<ProjectionLane> Lanes(RunnerLease lease, IEnumerable<Build> builds) =>
        [
            .. builds
                .GroupBy(build => build.Position)
                .OrderByDescending(group => group.Key)
                .Select(group => new ProjectionLane(
                    [.. group],
                    events,
                    together => new SqlBatch(source, together, clock, lease, logger),
                    group.Key,
                    BatchSize
                )),
        ];

    /// <summary>Lets those that are almost as far as the first catch up while it waits, so that they go on as one.</summary>
    private async Task<List<ProjectionLane>> Join(List<ProjectionLane> lanes, RunnerLease lease, CancellationToken ct)
    {
        var first = lanes[0].Position;
        if (lanes.Exists(lane => lane.Builds.Any(build => Succeeds(build, lanes))) && await events.Head(ct) is var head && head > first)
            first = head;
        foreach (var lane in lanes.Where(lane => lane.Position < first))
            if (await IsNear(lane.Position, first, ct))
                await lane.CatchUp(first, ct);
        return Lanes(lease, lanes.SelectMany(lane => lane.Builds.Select(build => build with { Position = lane.Position })));
    }

    private async Task<bool> IsNear(LogPosition behind, LogPosition first, CancellationToken ct)
    {
        // Counted, not computed: what lies between two positions is the log's to know.
        var between = 0;
        await foreach (var recorded in events.ReadAll(behind, ct))
            if (recorded.Position >= first || ++between > BatchSize)
                return between <= BatchSize;
        return true;
    }

    /// <summary>Whether any build took the live one's place.</summary>
    private async Task<bool> Switch(RunnerLease lease, List<ProjectionLane> lanes, CancellationToken ct)
    {
        var switched = false;
        var head = await events.Head(ct);
        foreach (var (lane, build) in lanes.SelectMany(lane => lane.Builds.Select(build => (lane, build))).ToList())
        {
            if (!IsLevel(build, lane) && !(Succeeds(build, lanes) && lane.Position >= head))
                continue;
            try
            {
                await Builds.Switch(source, lease, build, lane.Position, ct);
                logger.LogInformation("{Projection} is read from table {Slot} now; the one before is kept", build.Name, build.Slot);
                switched = true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                logger.LogInformation("A long reading is in the way of {Projection}'s switch; trying again", build.Name);
            }
        }
        return switched;
    }

    /// <summary>Whether it moves together with the live build whose place it is to take.</summary>
    private static bool IsLevel(Build build, ProjectionLane lane) =>
        build.State is BuildState.Building && lane.Builds.Any(other => IsLiveBeside(build, other));

    /// <summary>Whether it is to follow a version that this program no longer has: then the log's end is how far it must come.</summary>
    private static bool Succeeds(Build build, List<ProjectionLane> lanes) =>
        build.State is BuildState.Building && !lanes.Exists(lane => lane.Builds.Any(other => IsLiveBeside(build, other)));

    private static bool IsLiveBeside(Build build, Build other) =>
        other.State is BuildState.Live && ModelName.Of(other.Name) == ModelName.Of(build.Name);

    /// <summary>Tries parked streams again when asked to, beside the lanes: each lets them wait for its own rows only.</summary>
    private async Task TryAgain(RunnerLease lease, IReadOnlyList<Build> builds, CancellationToken ct)
    {
        var retry = new ParkedRetry(source, events, clock, logger, lease);
        while (true)
        {
            foreach (var (projection, slot, stream) in await ParkedEvents.Asked(source, [.. builds.Select(build => build.Name)], ct))
                if (builds.FirstOrDefault(build => build.Name == projection && build.Slot == slot) is { } build)
                    await retry.Try(build, stream, ct);
            await Task.Delay(LookEvery, clock, ct);
        }
    }

    private static bool HaveMet(List<ProjectionLane> lanes) =>
        lanes.Exists(one => lanes.Exists(other => one != other && (one.Position == other.Position || (one.AtEnd && other.AtEnd))));

    /// <summary>Returns when builds began, came back or ended. On a quiet log no lane would find out by itself.</summary>
    private async Task UntilAsked(List<ProjectionLane> lanes, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(LookEvery, clock, ct);
            // Positions before looking: a lane only ever moves on.
            var reached = lanes.SelectMany(lane => lane.Builds.Select(build => build with { Position = lane.Position })).ToList();
            var standing = await Builds.Folded(source, projections, ct);
            if (lanes.Exists(lane => lane.Builds.Any(build => IsLevel(build, lane) || (lane.AtEnd && Succeeds(build, lanes)))))
                return;
            if (
                standing.Count != reached.Count
                || !reached.TrueForAll(one => standing.Any(now => now.Is(one) && now.Position >= one.Position))
            )
                return;
        }
    }

    private async Task ShowFigures(CancellationToken ct)
    {
        var lag = new ProjectionLag(events, source, projections, clock);
        while (true)
        {
            ProjectionMeter.Show(await lag.Measure(ct));
            await Task.Delay(MeasureEvery, clock, ct);
        }
    }

    private async Task Release(RunnerLease lease)
    {
        using var patience = new CancellationTokenSource(PatienceToRelease, clock);
        try
        {
            await lease.Release(patience.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            logger.LogWarning(e, "The lease could not be given back; it ends by itself");
        }
    }

    /// <summary>Runs all until the first ends, and ends as that one did.</summary>
    private static async Task FirstOf(CancellationToken ct, params IReadOnlyList<Func<CancellationToken, Task>> all)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        List<Task> running = [.. all.Select(one => one(stop.Token))];
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the first one says why
        await first;
    }
}
