using System.Runtime;

namespace Campaigns.Silo.Hosting;

/// <summary>
/// Gives back what the start needed and nothing needs any more: the schema, the container and the serializers leave behind about as much as they
/// keep, and a silo with nothing to do would not collect it for hours. Once, a little after the start; it takes some tens of milliseconds.
/// </summary>
internal sealed class SettledMemory(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, clock, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
