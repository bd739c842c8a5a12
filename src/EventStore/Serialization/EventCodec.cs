using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Campaigns.Domain;

namespace Campaigns.EventStore.Serialization;

/// <summary>An event as stored: a name and UTF-8 JSON.</summary>
public sealed class EventCodec
{
    private readonly FrozenDictionary<string, JsonTypeInfo> types;
    private readonly FrozenDictionary<Type, string> names;
    private readonly Upcasters upcasters;

    /// <summary>A codec for every event of <see cref="EventCatalogue"/>, with the upcasters of this program.</summary>
    public EventCodec()
        : this(EventCatalogue.All, Upcasters.Known) { }

    /// <summary>A codec for some events.</summary>
    /// <param name="events">Stored name and type of each.</param>
    /// <param name="upcasters">From older stored names to these.</param>
    /// <exception cref="ArgumentException">An upcaster starts at a name of today, or leads nowhere.</exception>
    public EventCodec(IReadOnlyDictionary<string, Type> events, Upcasters upcasters)
    {
        ArgumentNullException.ThrowIfNull(upcasters);
        types = events.ToFrozenDictionary(pair => pair.Key, pair => EventJson.Options.GetTypeInfo(pair.Value), StringComparer.Ordinal);
        names = events.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
        this.upcasters = upcasters;
        foreach (var old in upcasters.OldNames)
            if (types.ContainsKey(old) || !types.ContainsKey(upcasters.Newest(old)))
                throw new ArgumentException($"The upcaster from {old} must lead from an old name to one of today.", nameof(upcasters));
    }

    /// <summary>The name an event is stored under.</summary>
    /// <exception cref="KeyNotFoundException">No event of the catalogue.</exception>
    public string NameOf(DomainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return names.TryGetValue(happened.GetType(), out var name)
            ? name
            : throw new KeyNotFoundException($"{happened.GetType()} is not an event of the catalogue.");
    }

    /// <summary>The payload, UTF-8 JSON.</summary>
    public static byte[] Encode(DomainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), EventJson.Options);
    }

    /// <summary>The event, upcast to its newest version; an <see cref="UnreadableEvent"/> when this program cannot read it.</summary>
    public DomainEvent Decode(string name, ReadOnlySpan<byte> payload)
    {
        if (!types.TryGetValue(name, out var type) && !types.TryGetValue(upcasters.Newest(name), out type))
            return new UnreadableEvent($"No event is known under the name '{name}'.");
        try
        {
            return Read(name, type, payload) ?? new UnreadableEvent($"The payload of '{name}' is null.");
        }
        // Whatever a payload does to a constructor, a converter or an upcaster, it must not stop the reading of the rest.
        catch (Exception misfit) when (misfit is not OutOfMemoryException)
        {
            var place = (misfit as JsonException)?.Path is { } path ? $" at {path}" : "";
            return new UnreadableEvent($"The payload of '{name}' does not fit{place} ({misfit.GetType().Name}).");
        }
    }

    private DomainEvent? Read(string name, JsonTypeInfo type, ReadOnlySpan<byte> payload)
    {
        if (types.ContainsKey(name))
            return (DomainEvent?)JsonSerializer.Deserialize(payload, type);
        var old = JsonNode.Parse(payload)?.AsObject() ?? throw new JsonException("null", "$", null, null);
        return (DomainEvent?)upcasters.Upcast(name, old).Deserialize(type);
    }
}
