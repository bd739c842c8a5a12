using Campaigns.EventStore.Sealing;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Puts the log on Postgres into a container.</summary>
public static class PostgresEventStoreRegistration
{
    /// <summary>The log of a migrated database. Knows every event of the catalogue unless an <see cref="EventCodec"/> is registered before.</summary>
    /// <param name="services">The container. With <see cref="ITenantKeys"/> in it events are encrypted; without, plain.</param>
    /// <param name="source">
    /// Logs in as <c>campaigns_silo</c>, with <see cref="LogConnectionSettings"/>; not disposed of here. Best a direct address with automatic
    /// preparation; behind a pooler all but notifications works, and subscribers poll.
    /// </param>
    /// <param name="options">Limits; the defaults unless told.</param>
    public static IServiceCollection AddPostgresEventStore(
        this IServiceCollection services,
        Func<IServiceProvider, NpgsqlDataSource> source,
        PostgresEventStoreOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        services.TryAddSingleton<EventCodec>(_ => new());
        services.AddSingleton<IPlainEvents>(provider => new PostgresPlainEvents(source(provider)));
        services.AddSingleton<IErasureStreams>(provider => new PostgresErasureStreams(source(provider)));
        services.AddSingleton(provider => new SealedLog(provider.GetRequiredService<EventCodec>(), provider.GetService<ITenantKeys>()));
        services.AddSingleton<ITenantEvents>(provider => new PostgresTenantEvents(
            source(provider),
            new(source(provider), options ?? new()),
            provider.GetRequiredService<SealedLog>()
        ));
        return services.AddSingleton<IEventStore>(provider => new PostgresEventStore(
            source(provider),
            provider.GetRequiredService<SealedLog>(),
            options ?? new(),
            provider.GetService<ILogger<PostgresEventStore>>() ?? NullLogger<PostgresEventStore>.Instance
        ));
    }

    /// <summary>Adds <see cref="ILogSealing"/>. Needs <see cref="ITenantKeys"/>.</summary>
    /// <param name="services">The container.</param>
    /// <param name="owner">Logs in as the owner of the log's tables; not disposed of here.</param>
    public static IServiceCollection AddLogSealing(this IServiceCollection services, Func<IServiceProvider, NpgsqlDataSource> owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return services.AddSingleton<ILogSealing>(provider => new PostgresLogSealing(
            owner(provider),
            provider.GetRequiredService<ITenantKeys>()
        ));
    }
}
