using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore.Serialization;

namespace Campaigns.EventStore.Tests;

/// <summary>An aggregate of the tests' own, so that they do not move with the domain.</summary>
public abstract record NoteEvent : DomainEvent
{
    private NoteEvent() { }

    public sealed record Written(string Text, Mood Mood = Mood.Plain, TenantId? By = null) : NoteEvent
    {
        public int Length => Text.Length;
    }

    public sealed record Torn(int Pieces) : NoteEvent;

    public static IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type> { ["note.written.v1"] = typeof(Written), ["note.torn.v2"] = typeof(Torn) };

    public static EventCodec Codec { get; } = new(Names, new Upcasters());
}

public enum Mood
{
    Plain,
    VeryGood,
}
