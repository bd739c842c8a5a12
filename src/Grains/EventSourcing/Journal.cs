using Campaigns.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Campaigns.Grains.EventSourcing;

/// <summary>What every event-sourced grain works with.</summary>
/// <param name="Events">The log.</param>
/// <param name="Snapshots">Where folds are cached.</param>
/// <param name="Clock">Now.</param>
internal sealed record Journal(IEventStore Events, [FromKeyedServices(Journal.SnapshotStorage)] IGrainStorage Snapshots, TimeProvider Clock)
{
    /// <summary>The grain storage's name.</summary>
    public const string SnapshotStorage = "snapshots";
}
