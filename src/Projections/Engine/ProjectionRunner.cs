using Campaigns.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>
/// Tails the log into the read models, for ever. Projections that stand at the same place share one reading and one transaction (a lane);
/// one that is new or rebuilt catches up in a lane of its own. Another silo's runner does no harm: the first to commit a batch wins, and
/// the other stands by until nobody moves the checkpoints any more.
/// </summary>
internal sealed class ProjectionRunner(
    IEventStore events,
    NpgsqlDataSource source,
    IEnumerable<IProjection> projections,
    TimeProvider clock,
    ILogger<ProjectionRunner> logger
) : BackgroundService
{
    private const int BatchSize = 5000;

    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookForRebuild = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<IProjection> projections = [.. projections];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        var othersTurn = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = clock.GetTimestamp();
            try
            {
                if (othersTurn)
                    await StandBy(stoppingToken);
                othersTurn = false;
                await RunLanes(stoppingToken);
            }
            catch (CheckpointMovedException)
            {
                logger.LogInformation("Another runner moves the checkpoints; standing by");
                othersTurn = true;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is, giving up would be worse: the read models would stop without a word.
                pause = clock.GetElapsedTime(began) > LongestPause ? TimeSpan.FromMilliseconds(100) : pause * 2;
                pause = pause > LongestPause ? LongestPause : pause;
                logger.LogError(e, "Projections stopped; going on in {Pause}", pause);
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>Returns when lanes have met and can be one, or when a rebuild was asked for; throws when a lane fails.</summary>
    private async Task RunLanes(CancellationToken ct)
    {
        await Checkpoints.Begin(source, Names(projections), ct);
        var positions = await Checkpoints.Read(source, Names(projections), ct);
        var lanes = projections
            .GroupBy(projection => positions[projection.Name])
            .Select(group => new ProjectionLane(Names(group), events, new SqlBatch(source, [.. group], clock), group.Key, BatchSize))
            .ToList();
        logger.LogInformation("Projections run in {Lanes} lanes from {Position}", lanes.Count, positions.Values.Min());

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        List<Task> running = [.. lanes.Select(lane => lane.Run(() => HaveMet(lanes), stop.Token)), UntilRebuild(lanes, stop.Token)];
        var first = await Task.WhenAny(running);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the first one says why
        await first;
    }

    private static bool HaveMet(List<ProjectionLane> lanes) =>
        lanes.Count > 1 && lanes.TrueForAll(lane => lane.Position == lanes[0].Position);

    /// <summary>Returns when a checkpoint was put back. On a quiet log no lane would find out by itself.</summary>
    private async Task UntilRebuild(List<ProjectionLane> lanes, CancellationToken ct)
    {
        while (true)
        {
            await Task.Delay(LookForRebuild, clock, ct);
            var reached = lanes.ConvertAll(lane => lane.Position); // before looking: a lane only ever moves on
            var standing = await Checkpoints.Read(source, Names(projections), ct);
            if (lanes.Zip(reached).Any(lane => lane.First.Projections.Any(name => standing[name] < lane.Second)))
                return;
        }
    }

    /// <summary>Returns when the checkpoints stood still for a while although the log has more.</summary>
    private async Task StandBy(CancellationToken ct)
    {
        var last = await Standing(ct);
        while (true)
        {
            await Task.Delay(Watch, clock, ct);
            var now = await Standing(ct);
            if (now == last && now is { } position && position < await HeadOrStart(ct))
                return;
            last = now;
        }
    }

    private async Task<LogPosition?> Standing(CancellationToken ct)
    {
        try
        {
            return (await Checkpoints.Read(source, Names(projections), ct)).Values.Min();
        }
        catch (NpgsqlException)
        {
            return null; // away for everyone: keep watching
        }
    }

    private async Task<LogPosition> HeadOrStart(CancellationToken ct)
    {
        try
        {
            return await events.Head(ct);
        }
        catch (EventStoreUnavailableException)
        {
            return LogPosition.Start; // nothing to run after
        }
    }

    private static string[] Names(IEnumerable<IProjection> projections) => [.. projections.Select(projection => projection.Name)];
}
