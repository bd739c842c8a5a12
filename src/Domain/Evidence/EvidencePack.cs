using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Campaigns.Domain.Evidence;

/// <summary>
/// What happened to one post, as one file that proves its own integrity: canonical JSON whose entries are chained by SHA-256. The first entry
/// binds the head of the file, each other one the entry before it. The same events give the same bytes.
/// </summary>
public static class EvidencePack
{
    /// <summary>The first member of every pack: which rules it goes by.</summary>
    public const string Format = "campaigns.evidence.v1";

    /// <summary>Writes a pack.</summary>
    /// <param name="about">What it is about: everything that stands above the entries.</param>
    /// <param name="facts">The events, in their order.</param>
    /// <returns>UTF-8, canonical JSON, without a line break at its end.</returns>
    public static byte[] Write(JsonObject about, IEnumerable<EvidenceFact> facts)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(facts);
        var pack = (JsonObject)about.DeepClone();
        pack["format"] = Format;
        var previous = HashOf(pack);
        var entries = new JsonArray();
        foreach (var fact in facts)
        {
            var entry = Entry(fact, entries.Count + 1, previous);
            entry["hash"] = previous = HashOf(entry);
            entries.Add(entry);
        }
        pack["entries"] = entries;
        pack["head"] = previous;
        return CanonicalJson.Of(pack);
    }

    /// <summary>An instant as it stands in a pack: UTC with all seven digits that the log keeps.</summary>
    public static string Told(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>What stands in a pack where a part of an event is another post's: an object with the SHA-256 of its canonical JSON.</summary>
    public static JsonObject Redacted(JsonObject part) => new() { ["redactedSha256"] = HashOf(part) };

    internal static string HashOf(JsonObject part) => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(part)));

    private static JsonObject Entry(EvidenceFact fact, int sequence, string previous)
    {
        var entry = new JsonObject
        {
            ["sequence"] = sequence,
            ["stream"] = fact.Stream,
            ["version"] = fact.Version,
            ["position"] = fact.Position,
            ["id"] = fact.Id.ToString(),
            ["name"] = fact.Name,
            ["recordedAt"] = Told(fact.RecordedAt),
            ["actor"] = fact.Actor.Value,
            ["data"] = fact.Data.DeepClone(),
            ["previous"] = previous,
        };
        if (fact.Command is { } command)
            entry["command"] = command.Value;
        return entry;
    }
}
