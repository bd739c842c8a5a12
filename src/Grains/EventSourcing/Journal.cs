using Campaigns.EventStore;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Campaigns.Grains.EventSourcing;

/// <summary>What every event-sourced grain works with.</summary>
/// <param name="Events">The log.</param>
/// <param name="Snapshots">Where folds are cached.</param>
/// <param name="Clock">Now.</param>
internal sealed record Journal(IEventStore Events, IGrainStorage Snapshots, TimeProvider Clock)
{
    /// <summary>The grain storage's name.</summary>
    public const string SnapshotStorage = "snapshots";

    /// <summary>Snapshots are encrypted where the log is: where there are keys.</summary>
    public static Journal Of(IServiceProvider services)
    {
        var storage = services.GetRequiredKeyedService<IGrainStorage>(SnapshotStorage);
        return new(
            services.GetRequiredService<IEventStore>(),
            services.GetService<ITenantKeys>() is { } keys ? new SealedSnapshots(storage, keys) : storage,
            services.GetRequiredService<TimeProvider>()
        );
    }
}
