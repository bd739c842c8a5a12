using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Bench.Append;

/// <summary>The event log itself, as grains use it: a caller has one stream and appends to it.</summary>
internal sealed class ThroughTheLog : IAppendScheme
{
    private readonly BenchDatabase database;
    private readonly NpgsqlDataSource source;
    private readonly ServiceProvider services;
    private readonly IEventStore store;

    public ThroughTheLog(BenchDatabase database)
    {
        this.database = database;
        source = NpgsqlDataSource.Create(LogConnectionSettings.Apply(new(database.Address.ConnectionString) { MaxAutoPrepare = 20 }));
        services = new ServiceCollection().AddPostgresEventStore(_ => source).BuildServiceProvider();
        store = services.GetRequiredService<IEventStore>();
    }

    public Task Clear() => database.Execute("truncate log.events; update log.head set position = 0");

    public Task<Measured> Run(int inFlight, TimeSpan duration)
    {
        var streams = Enumerable.Range(0, inFlight).Select(_ => Samples.Stream()).ToArray();
        return ClosedLoop.Run(inFlight, duration, (caller, version) => store.Append(streams[caller], version, [Samples.Event()]));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await source.DisposeAsync();
    }
}
