using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Grains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.TestingHost;

namespace Campaigns.Bench.Ledger;

/// <summary>A silo in this process over a log on Postgres; calls come from inside it, as those of AI jobs do.</summary>
internal sealed class LedgerCluster : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly InProcessTestCluster cluster;

    private LedgerCluster(NpgsqlDataSource source, InProcessTestCluster cluster) => (this.source, this.cluster) = (source, cluster);

    public IGrainFactory Grains => cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainFactory>();

    public IEventStore Log => cluster.Silos[0].ServiceProvider.GetRequiredService<IEventStore>();

    public static async Task<LedgerCluster> Start(BenchDatabase database, PriceBook prices)
    {
        var source = NpgsqlDataSource.Create(LogConnectionSettings.Apply(new(database.Address.ConnectionString) { MaxAutoPrepare = 20 }));
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.AddMemoryGrainStorage(GrainsRegistration.SnapshotStorage);
                silo.UseInMemoryReminderService();
                silo.Services.AddPostgresEventStore(_ => source);
                silo.Services.AddSingleton(prices);
                silo.Services.AddGrains(PublishingPace.Default);
                silo.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            }
        );
        builder.ConfigureClient(client => client.Services.AddGrainSerialization());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(source, cluster);
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await source.DisposeAsync();
    }
}
