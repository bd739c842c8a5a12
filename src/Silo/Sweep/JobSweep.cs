using Campaigns.Domain.Generations;
using Campaigns.Domain.Tenants;

namespace Campaigns.Silo.Sweep;

/// <summary>AI jobs that are not over and moved since then.</summary>
internal delegate IAsyncEnumerable<(TenantId Tenant, GenerationId Job)> JobsSince(DateTimeOffset since, CancellationToken ct);

/// <summary>Wakes one AI job. Harmless at any time.</summary>
internal delegate Task WakeJob(TenantId tenant, GenerationId job);

/// <summary>
/// Wakes AI jobs that were under way when a silo was lost: at the start and when another is gone, and once more when the read model has caught up.
/// Their reminders would do so too, but only with their next minute. Between losses it asks nothing.
/// </summary>
internal sealed class JobSweep(JobsSince jobs, WakeJob wake, TimeProvider clock, ILogger<JobSweep> logger) : BackgroundService
{
    /// <summary>No job lasts longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(3);

    /// <summary>A woken grain has to be loaded: so many a breath.</summary>
    private const int AtOnce = 50;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>The cluster needs a moment to forget where a lost silo's grains were.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    /// <summary>Until another runner has taken the lease over and the last events are rows.</summary>
    private static readonly TimeSpan CatchingUp = TimeSpan.FromSeconds(8);

    private readonly SemaphoreSlim losses = new(1); // the start counts as one: whatever ran before is gone

    /// <summary>A silo is gone, killed or in good order.</summary>
    public void Hurry() => losses.Release();

    public override void Dispose()
    {
        losses.Dispose();
        base.Dispose();
    }

    /// <summary>Wakes all that are not over.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        var woken = 0;
        await foreach (var (tenant, job) in jobs(clock.GetUtcNow() - Longest, ct))
        {
            await wake(tenant, job);
            if (++woken % AtOnce == 0)
                await Task.Delay(Breath, clock, ct);
        }
        if (woken > 0)
            logger.LogInformation("Woke {Woken} AI jobs that were under way", woken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await losses.WaitAsync(stoppingToken);
                await Task.Delay(Settling, clock, stoppingToken);
                await Try(stoppingToken);
                await Task.Delay(CatchingUp, clock, stoppingToken);
                await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException e) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug(e, "The sweep of AI jobs stopped with the silo");
        }
    }

    private async Task Try(CancellationToken ct)
    {
        try
        {
            await Sweep(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning(e, "The sweep of AI jobs failed; their reminders will do");
        }
    }
}
