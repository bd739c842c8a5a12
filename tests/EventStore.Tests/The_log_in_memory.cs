using Campaigns.EventStore.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.EventStore.Tests;

public sealed class The_log_in_memory : EventStoreContract
{
    protected override Task<IEventStore> Open() =>
        Task.FromResult(
            new ServiceCollection()
                .AddSingleton(NoteEvent.Codec)
                .AddInMemoryEventStore()
                .BuildServiceProvider()
                .GetRequiredService<IEventStore>()
        );
}
