using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Harness;
using Campaigns.Keys;
using Campaigns.Projections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaigns.Bench.Running;

/// <summary>The log, the projections' engine and the API's readers in this process, under the roles and pools of a silo. No grains, no HTTP.</summary>
internal sealed class Spine : IAsyncDisposable
{
    private readonly NpgsqlDataSource log;
    private readonly NpgsqlDataSource projections;
    private readonly NpgsqlDataSource reads;
    private readonly ServiceProvider services;
    private IReadOnlyList<IHostedService> running = [];

    /// <summary>Over a database of its own.</summary>
    /// <param name="database">Which.</param>
    /// <param name="masterKey">Opens the keys under which a running silo writes; null: everything is plain.</param>
    public Spine(MigratedDatabase database, byte[]? masterKey = null)
    {
        log = NpgsqlDataSource.Create(
            LogConnectionSettings.Apply(new(database.SiloConnectionString) { MaxPoolSize = 20, MaxAutoPrepare = 64 })
        );
        projections = Open(database.SiloConnectionString, most: 10);
        reads = Open(database.ApiConnectionString, most: 30);
        var registered = new ServiceCollection();
        if (masterKey is not null)
            registered.AddTenantKeys(_ => log, new(masterKey));
        services = registered
            .AddSingleton(TimeProvider.System)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddPostgresEventStore(_ => log)
            .AddProjections(projections)
            .AddReaders(reads, direct: reads)
            .BuildServiceProvider();
    }

    public IEventStore Log => Get<IEventStore>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts the engine, and what hears of its news.</summary>
    public async Task Start()
    {
        running = [.. services.GetServices<IHostedService>()];
        foreach (var one in running)
            await one.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in running.Reverse())
            await one.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        await log.DisposeAsync();
        await projections.DisposeAsync();
        await reads.DisposeAsync();
    }

    private static NpgsqlDataSource Open(string address, int most) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { MaxPoolSize = most, MaxAutoPrepare = 64 });
}
