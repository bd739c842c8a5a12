using Campaigns.EventStore.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaigns.EventStore.InMemory;

/// <summary>Puts the in-memory log into a container.</summary>
public static class InMemoryEventStoreRegistration
{
    /// <summary>A log that lives and dies with the process. Knows every event of the catalogue unless an <see cref="EventCodec"/> is registered before.</summary>
    public static IServiceCollection AddInMemoryEventStore(this IServiceCollection services)
    {
        services.TryAddSingleton<EventCodec>(_ => new());
        return services.AddSingleton<IEventStore, InMemoryEventStore>();
    }
}
