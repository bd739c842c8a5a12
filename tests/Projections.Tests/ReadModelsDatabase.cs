using Campaigns.Domain;
using Campaigns.EventStore;
using Campaigns.EventStore.InMemory;
using Campaigns.Harness;
using Campaigns.Projections.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaigns.Projections.Tests;

/// <summary>A database with every read model, a log in memory, and the services of a silo and of an API over them. No runner runs until asked to.</summary>
public sealed class ReadModelsDatabase : IAsyncLifetime
{
    private readonly MigratedDatabase database = new();
    private readonly Dictionary<StreamName, long> versions = [];

    /// <summary>As the silo's role.</summary>
    public NpgsqlDataSource Silo { get; private set; } = null!;

    /// <summary>As the API's role.</summary>
    public NpgsqlDataSource Api { get; private set; } = null!;

    /// <summary>As a superuser, for cutting and locking.</summary>
    public NpgsqlDataSource Superuser { get; private set; } = null!;

    public IServiceProvider Services { get; private set; } = null!;

    public IEventStore Events => Services.GetRequiredService<IEventStore>();

    internal IReadOnlyList<IProjection> Projections => [.. Services.GetServices<IProjection>()];

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        Silo = NpgsqlDataSource.Create(database.SiloConnectionString);
        Api = NpgsqlDataSource.Create(database.ApiConnectionString);
        Superuser = NpgsqlDataSource.Create(database.SuperuserConnectionString);
        Services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(TimeProvider.System)
            .AddInMemoryEventStore()
            .AddProjections(Silo)
            .AddReaders(Api, direct: Silo)
            .BuildServiceProvider();
        await Checkpoints.Begin(Silo, null, [.. Projections.Select(projection => projection.Name)], default);
    }

    public async ValueTask DisposeAsync()
    {
        await ((ServiceProvider)Services).DisposeAsync();
        await Silo.DisposeAsync();
        await Api.DisposeAsync();
        await Superuser.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Appends facts to a stream of the log in memory.</summary>
    public async Task<Appended> Append(StreamName stream, params DomainEvent[] events)
    {
        var expected = versions.GetValueOrDefault(stream);
        var facts = events.Select(Given.New).ToList();
        var appended = await Events.Append(stream, expected, facts);
        versions[stream] = appended.Version;
        return appended;
    }

    /// <summary>Takes everything that was appended since into the read models.</summary>
    public async Task Project()
    {
        var builds = await Builds.Folded(Silo, Projections, default);
        foreach (var level in builds.Where(build => build.State is BuildState.Live).GroupBy(build => build.Position))
            if (await Events.ReadAll(level.Key).ToListAsync() is { Count: > 0 } events)
                await new SqlBatch(Silo, [.. level], TimeProvider.System).Apply(level.Key, events, default);
    }

    /// <summary>Starts what <c>AddProjections</c> and <c>AddReaders</c> host. Stop it by disposing.</summary>
    public async Task<IAsyncDisposable> Run()
    {
        var hosted = Services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
            await service.StartAsync(default);
        return new Running(hosted);
    }

    private sealed class Running(List<IHostedService> hosted) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var service in hosted)
                await service.StopAsync(default);
        }
    }
}
