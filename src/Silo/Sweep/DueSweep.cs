using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Publications;

namespace Campaigns.Silo.Sweep;

/// <summary>Those that must be awake by a moment, the most urgent first.</summary>
internal delegate IAsyncEnumerable<DuePublication> DueUntil(DateTimeOffset until, CancellationToken ct);

/// <summary>Wakes one publication. Harmless at any time.</summary>
internal delegate Task WakePublication(TenantId tenant, PublicationId publication);

/// <summary>
/// Wakes what is due within the hour, and what should have moved and did not: at the start, since reminders that were due while no silo was
/// up ring late, when a silo is lost, since its grains' timers are lost with it, once more soon after
/// either, and each minute. A million posts that are due later cost nothing. Two sweeps at once do no harm.
/// </summary>
internal sealed class DueSweep(DueUntil due, WakePublication wake, TimeProvider clock, ILogger<DueSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>A woken grain has to be loaded: so many a breath, and about a thousand a second.</summary>
    private const int AtOnce = 50;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>The cluster needs a moment to forget where a lost silo's grains were.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What was scheduled just before a silo died comes into the due table when another runner has taken the lease over and caught up: within
    /// about five seconds. By then one more sweep finds it, which else would be found with the minute.
    /// </summary>
    private static readonly TimeSpan CatchingUp = TimeSpan.FromSeconds(8);

    private readonly WakeUps wakeUps = new();
    private TaskCompletionSource hurry = NewSignal();

    /// <summary>The last sweep that went through; null before the first.</summary>
    public SweepReport? Last { get; private set; }

    /// <summary>A silo is gone, killed or in good order: the next sweep comes at once.</summary>
    public void Hurry() => Volatile.Read(ref hurry).TrySetResult();

    /// <summary>Reads what is due, and wakes it.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        var (seen, woken) = (0, 0);
        await foreach (var publication in due(clock.GetUtcNow() + Horizon, ct))
        {
            seen++;
            if (!wakeUps.Take(publication, clock.GetUtcNow()))
                continue;
            await wake(publication.Tenant, publication.Publication);
            if (++woken % AtOnce == 0)
                await Task.Delay(Breath, clock, ct);
        }

        wakeUps.End();
        Last = new(clock.GetUtcNow(), seen, woken);
        if (woken > 0)
            logger.LogInformation("Woke {Woken} of {Seen} publications that are due within the hour or overdue", woken, seen);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SweepAgainAndAgain(stoppingToken);
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug(e, "The sweep of due publications stopped with the silo");
        }
    }

    private async Task SweepAgainAndAgain(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(Every, clock);
        var minute = minutes.WaitForNextTickAsync(stoppingToken).AsTask();
        var onceMore = Task.Delay(CatchingUp, clock, stoppingToken);
        while (true)
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next one comes in a minute; health tells when none goes through.
                logger.LogWarning(e, "The sweep of due publications failed");
            }
            var next = await Task.WhenAny(minute, hurry.Task, onceMore);
            if (next == onceMore)
            {
                onceMore = Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken);
            }
            else if (next != minute)
            {
                await Task.Delay(Settling, clock, stoppingToken);
                Interlocked.Exchange(ref hurry, NewSignal());
                onceMore = Task.Delay(CatchingUp, clock, stoppingToken);
            }
            else if (await minute)
            {
                minute = minutes.WaitForNextTickAsync(stoppingToken).AsTask();
            }
            else
            {
                return;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
