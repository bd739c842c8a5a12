using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using static Campaigns.EventStore.Tests.NoteEvent;

namespace Campaigns.EventStore.Tests;

/// <summary>Streams and events for tests.</summary>
internal static class Given
{
    public static readonly TenantId Club = TenantId.Parse("org_club");

    private static readonly DateTimeOffset Nine = new(2026, 3, 29, 9, 0, 0, TimeSpan.Zero);

    public static StreamName Stream(string id) => StreamName.Of("note", Club, id);

    public static StreamName Stream() => Stream(Guid.CreateVersion7(Nine).ToString()); // a new one each time

    public static EventMetadata Metadata(string? command = null) =>
        new(ActorId.Parse("user_1"), Nine, command is null ? null : CommandId.Parse(command));

    public static NewEvent Event(string text = "a") => Event(new Written(text));

    public static NewEvent Event(DomainEvent happened) => new(Guid.CreateVersion7(Nine), happened, Metadata());

    public static IReadOnlyList<NewEvent> Events(int count) => [.. Enumerable.Range(0, count).Select(n => Event($"event {n}"))];

    public static async Task<List<RecordedEvent>> Everything(this IEventStore store, LogPosition after = default) =>
        await store.ReadAll(after).ToListAsync();

    public static async Task<List<RecordedEvent>> All(this IEventStore store, StreamName stream, long after = 0) =>
        await store.Read(stream, after).ToListAsync();
}
