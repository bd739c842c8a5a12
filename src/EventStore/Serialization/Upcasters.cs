using System.Text.Json.Nodes;

namespace Campaigns.EventStore.Serialization;

/// <summary>Turns an event stored under an old name into the next version of it.</summary>
/// <param name="From">The stored name, such as <c>campaign.renamed.v1</c>; no event of the catalogue any more.</param>
/// <param name="To">The name of the result: one of the catalogue, or one that has an upcaster of its own.</param>
/// <param name="Upcast">Changes the payload. Pure: what it adds must follow from what it was given.</param>
public sealed record Upcaster(string From, string To, Func<JsonObject, JsonObject> Upcast);

/// <summary>The ways from every old stored name to one of today.</summary>
public sealed class Upcasters
{
    private readonly Dictionary<string, Upcaster> byName;

    /// <summary>Upcasters that may lead to each other.</summary>
    /// <exception cref="ArgumentException">Two start at the same name, or they lead in a circle.</exception>
    public Upcasters(params IEnumerable<Upcaster> upcasters)
    {
        byName = upcasters.ToDictionary(upcaster => upcaster.From, StringComparer.Ordinal);
        foreach (var name in byName.Keys)
            if (Path(name).Take(byName.Count + 1).Count() > byName.Count)
                throw new ArgumentException($"The upcasters from {name} lead in a circle.", nameof(upcasters));
    }

    /// <summary>Those of this program. Empty as long as every event is still at its first version.</summary>
    public static Upcasters Known { get; } = new();

    /// <summary>The old names.</summary>
    public IReadOnlyCollection<string> OldNames => byName.Keys;

    /// <summary>The name an event stored under <paramref name="name"/> is read as.</summary>
    public string Newest(string name) => Path(name).LastOrDefault()?.To ?? name;

    /// <summary>The payload as the newest version has it.</summary>
    internal JsonObject Upcast(string name, JsonObject payload) =>
        Path(name).Aggregate(payload, (current, upcaster) => upcaster.Upcast(current));

    private IEnumerable<Upcaster> Path(string name)
    {
        for (var next = name; byName.TryGetValue(next, out var upcaster); next = upcaster.To)
            yield return upcaster;
    }
}
