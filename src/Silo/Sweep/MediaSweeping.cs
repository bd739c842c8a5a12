namespace Campaigns.Silo.Sweep;

/// <summary>Sweeps stored files now and then, beginning some minutes after the start, so that a silo that starts again and again does nothing else.</summary>
internal sealed class MediaSweeping(MediaSweep sweep, TimeProvider clock, ILogger<MediaSweeping> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(First, clock, stoppingToken);
            while (true)
            {
                await Once(stoppingToken);
                await Task.Delay(Every, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException e) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug(e, "The sweep of stored files stopped with the silo");
        }
    }

    private async Task Once(CancellationToken ct)
    {
        try
        {
            var report = await sweep.Sweep(dryRun: false, tell: null, ct);
            if (report is null)
                logger.LogWarning("Stored files are not swept: what points at them is not all known");
            else if (report is not { Deleted: 0, Failed: 0 })
                logger.LogInformation(
                    "Swept {Deleted} of {Seen} stored files, {Bytes} bytes; {Failed} failed",
                    report.Deleted,
                    report.Seen,
                    report.Bytes,
                    report.Failed
                );
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning(e, "The sweep of stored files failed"); // the next one begins anew
        }
    }
}
