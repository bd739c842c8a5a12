using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.EventStore.Serialization;
using Campaigns.Grains.Erasures;
using Campaigns.Grains.EventSourcing;
using Campaigns.Grains.Exports;
using Campaigns.Grains.Generations;
using Campaigns.Grains.Limits;
using Campaigns.Grains.Publications;
using Campaigns.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;

namespace Campaigns.Grains;

/// <summary>What grains need around them.</summary>
public static class GrainsRegistration
{
    /// <summary>The name of the grain storage that snapshots go to.</summary>
    public const string SnapshotStorage = Journal.SnapshotStorage;

    /// <summary>For a silo. The ports, the event store and the snapshot storage are registered by whoever hosts it.</summary>
    public static IServiceCollection AddGrains(this IServiceCollection services, PublishingPace pace)
    {
        services.AddSingleton(Journal.Of);
        services.AddSingleton(pace);
        services.AddSingleton<ErasureTools>();
        services.AddSingleton<ExportPages>();
        services.TryAddSingleton(ErasureOptions.Default);
        services.AddSingleton<PlatformTurns>();
        services.TryAddSingleton(PlatformLimits.Default);
        services.TryAddSingleton(new GenerationSettings());
        services.AddSingleton<Models>();
        services.AddSingleton<ModelCalls>();
        services.AddSingleton<ModelTurns>();
        services.TryAddSingleton(new PriceBook("none", [], Unknown: null)); // without prices no model is asked
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IIncomingGrainCallFilter, CommandCount>();
        return services.AddRateLimits().AddGrainSerialization();
    }

    /// <summary>For a silo and for its clients: <see cref="IRateLimits"/>.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.TryAddSingleton<IRateLimits, RateLimits>();
        return services;
    }

    /// <summary>For a silo and for its clients: the domain's types cross grain calls as JSON, so that they need to know nothing of grains.</summary>
    public static IServiceCollection AddGrainSerialization(this IServiceCollection services) =>
        services
            .Configure<TypeManifestOptions>(types => types.AddAllowedAssembly(typeof(DomainEvent).Assembly))
            .AddSerializer(serializer =>
                serializer.AddJsonSerializer(type => type.Assembly == typeof(DomainEvent).Assembly, EventJson.Options)
            );
}
