using Campaigns.Projections.Webhooks;

namespace Campaigns.Silo.Webhooks;

/// <summary>
/// Wakes each minute what has messages to be sent within the next one: retries after long pauses, and what a lost silo was at. One question,
/// however many webhooks sleep. Each hour it deletes what ended long ago.
/// </summary>
internal sealed class WebhookSweep(WebhookWork work, WakeWebhook wake, TimeProvider clock, ILogger<WebhookSweep> logger) : BackgroundService
{
    /// <summary>How long the delivery log goes back.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    private DateTimeOffset forgot = DateTimeOffset.MinValue;

    /// <summary>Sweeps once.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var webhook in await work.Due(now + Every, ct))
            await wake(webhook);
        if (now - forgot < ForgetEvery)
            return;
        while (await work.Forget(now - Kept, ct) > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, ct);
        forgot = now;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "The sweep of due webhooks failed; the next one comes in a minute");
            }
        } while (await minutes.WaitForNextTickAsync(stoppingToken));
    }
}
