using System.Collections.Frozen;
using System.Reflection;

namespace Campaigns.Domain;

/// <summary>Every event there is, by its stored name.</summary>
public static class EventCatalogue
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(DomainEvent)
        .Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DomainEvent)))
        .ToFrozenDictionary(type => type, StoredName);

    private static readonly FrozenDictionary<string, Type> Types = Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>All events: stored name and type.</summary>
    public static IReadOnlyDictionary<string, Type> All => Types;

    /// <summary>The stored name of an event type.</summary>
    /// <exception cref="KeyNotFoundException">No event of the catalogue.</exception>
    public static string NameOf(Type type) => Names[type];

    /// <summary>The type stored under a name; false when this version of the program does not know it.</summary>
    public static bool TryFind(string name, out Type type) => Types.TryGetValue(name, out type!);

    private static string StoredName(Type type) =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type} has no stored name: give it an [EventName].");
}
