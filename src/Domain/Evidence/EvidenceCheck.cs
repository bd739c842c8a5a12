using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Domain.Evidence;

/// <summary>Whether a pack is just as it was written.</summary>
/// <param name="Head">The hash of its last entry; null when it is not intact.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Broken">What is wrong, in one sentence; null when nothing is.</param>
/// <param name="Facts">Its entries, for showing; empty when it is not intact.</param>
public sealed record EvidenceCheck(string? Head, int Entries, string? Broken, IReadOnlyList<JsonObject> Facts)
{
    /// <summary>Deeper than any event; whoever nests deeper did not get it from here.</summary>
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>
    /// Checks a pack. Any byte that is another one is found; a chain that was wholly written anew is not, unless its head is compared with the
    /// one that was kept.
    /// </summary>
    public static EvidenceCheck Of(ReadOnlySpan<byte> file)
    {
        JsonObject pack;
        try
        {
            if (JsonNode.Parse(file, documentOptions: Strict) is not JsonObject read)
                return No("It is no JSON object.");
            pack = read;
            if ((string?)pack["format"] != EvidencePack.Format)
                return No($"Its format is not {EvidencePack.Format}.");
            if (pack["entries"] is not JsonArray { Count: > 0 } entries || !entries.All(entry => entry is JsonObject))
                return No("It has no entries.");
            return Of(pack, [.. entries.Select(entry => (JsonObject)entry!)], file);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return No("It is no JSON, or not as a pack is written.");
        }
    }

    private static EvidenceCheck Of(JsonObject pack, IReadOnlyList<JsonObject> entries, ReadOnlySpan<byte> file)
    {
        var above = (JsonObject)pack.DeepClone();
        above.Remove("entries");
        above.Remove("head");
        var previous = EvidencePack.HashOf(above);
        for (var i = 0; i < entries.Count; i++)
        {
            var hash = (string?)entries[i]["hash"];
            if ((string?)entries[i]["previous"] != previous)
                return No(i == 0 ? "What stands above the entries was changed." : $"Entry {i + 1} does not follow the one before it.");
            var unsigned = (JsonObject)entries[i].DeepClone();
            unsigned.Remove("hash");
            if (hash is null || EvidencePack.HashOf(unsigned) != hash || (int?)entries[i]["sequence"] != i + 1)
                return No($"Entry {i + 1} was changed.");
            previous = hash;
        }
        if ((string?)pack["head"] != previous)
            return No("Its head is not the hash of its last entry.");
        return CanonicalJson.Of(pack).AsSpan().SequenceEqual(file)
            ? new(previous, entries.Count, null, entries)
            : No("It is not written as a pack is: a byte between or within its values was changed.");
    }

    private static EvidenceCheck No(string broken) => new(null, 0, broken, []);
}
