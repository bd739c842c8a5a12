using Campaigns.Domain.Publications;
using Campaigns.EventStore.InMemory;
using Campaigns.Grains.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Campaigns.Grains.Tests.Limits;

/// <summary>Two silos over one storage, and a way to ask from outside and from each of them.</summary>
internal sealed class TwoSilos : IAsyncDisposable
{
    private readonly InProcessTestCluster cluster;

    private TwoSilos(InProcessTestCluster cluster) => this.cluster = cluster;

    /// <summary>From a client, from the first silo and from the second.</summary>
    public IReadOnlyList<IRateLimits> Limits =>
        [
            cluster.Client.ServiceProvider.GetRequiredService<IRateLimits>(),
            .. cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<IRateLimits>()),
        ];

    public static async Task<TwoSilos> Start(LastingStorage storage, FakeTimeProvider clock)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.UseInMemoryReminderService();
                silo.Services.AddKeyedSingleton<IGrainStorage>(GrainsRegistration.SnapshotStorage, storage);
                silo.Services.AddSingleton<TimeProvider>(clock);
                silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
                silo.Services.AddInMemoryEventStore();
                silo.Services.AddGrains(PublishingPace.Default);
            }
        );
        builder.ConfigureClient(client => client.Services.AddRateLimits().AddGrainSerialization());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    /// <summary>Both are gone at once, without a goodbye.</summary>
    public async Task Kill()
    {
        foreach (var silo in cluster.Silos.ToList())
            await cluster.KillSiloAsync(silo);
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
