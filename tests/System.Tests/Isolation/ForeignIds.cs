using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.RunningSystem.Schema;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>Fills every argument that takes an id, whether it must be given or not; the rest is what it takes to get that far.</summary>
/// <param name="ids">The id of each kind of thing.</param>
/// <param name="command">Begins each command's id.</param>
internal sealed class ForeignIds(IReadOnlyDictionary<string, string> ids, string command) : IValues
{
    public const string Node = "node";

    // The names that an id goes by in arguments, and what it is of. A field's own name says what a plain 'id' is of.
    private static readonly (string Word, string Kind)[] Words =
    [
        ("campaign", "campaign"),
        ("item", "post"),
        ("post", "post"),
        ("publication", "publication"),
        ("account", "account"),
        ("brand", "brand"),
        ("webhook", "webhook"),
        ("delivery", "delivery"),
        ("series", "series"),
        ("invite", "invite"),
        ("media", "media"),
        ("logo", "media"),
        ("subject", "campaign"),
        ("generation", "campaign"), // AI calls have no ids that anybody could know
        ("attempt", "campaign"),
        ("aiCall", "campaign"),
        ("token", "campaign"), // nor have keys and people ids of this form: any will do
        ("user", "campaign"),
        ("reference", "media"),
    ];

    /// <summary>Whether an argument is filled with an id of something.</summary>
    public static bool IsId(IReadOnlyList<string> path, JsonNode type) =>
        (
            (string?)type["name"] == "ID"
            || path[^1].EndsWith("Key", StringComparison.Ordinal)
            || path[^1].EndsWith("Keys", StringComparison.Ordinal)
        )
        && path[^1] != "commandId";

    public bool Gives(IReadOnlyList<string> path, JsonNode type)
    {
        while (type["ofType"] is { } inner)
            type = inner;
        if (path[^1] is "commandId")
            return true;
        // It follows what is yet to come: a job that is known is over.
        if (path is ["generationChanged", "id"])
            return false;
        // One file or many, not both.
        if (path[^1] == "mediaKeys")
            return false;
        return IsId(path, type) || path[^1] is "where" or "position" || Enough.Contains($"{path[0]}.{path[^1]}");
    }

    // Without these the answer would be about them.
    private static readonly string[] Enough =
    [
        "editPost.caption",
        "updateBrand.name",
        "updateWebhook.url",
        "attachMedia.mediaKey",
        "setCampaignLatePolicy.policy",
    ];

    public JsonNode? Of(IReadOnlyList<string> path, JsonNode type)
    {
        if (path[^1] == "commandId")
            return $"{command}-{path[0]}";
        if (path[^1] == "csv")
            return $"campaign_id,post_id,account_id,at,zone\n{ids["campaign"]},{ids["post"]},{ids["account"]},2027-11-23T09:00:00,Etc/UTC\n";
        if (IsId(path, type))
            return ids[KindOf(path)];
        return Word(path)
            ?? ((string)type["name"]!) switch
            {
                "Int" => 1,
                "Float" => 1.5,
                "Boolean" => true,
                "DateTime" => "2027-11-23T09:00:00Z",
                _ when PublicSchema.Kind(type) == "ENUM" => (string)type["enumValues"]![0]!["name"]!,
                _ => "Bread",
            };
    }

    private static string KindOf(IReadOnlyList<string> path)
    {
        if (path[0] == "node")
            return Node;
        foreach (var name in (string[])[path[^1], path[0]])
        foreach (var (word, kind) in Words)
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return kind;
        throw new InvalidOperationException($"Of what is {string.Join('.', path)} an id? Name it in {nameof(Words)}.");
    }

    private static JsonNode? Word(IReadOnlyList<string> path) =>
        path[^1] switch
        {
            "zone" => "Etc/UTC",
            "at" or "firstAt" or "start" when path[0] is not "campaignAsOf" => "2027-11-23T09:00:00",
            "until" or "expiresAt" => TimeProvider
                .System.GetUtcNow()
                .AddDays(20)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "by" => "P1D",
            "url" => "https://example.com/hook",
            "language" => "en",
            "position" => "1",
            "contentHash" => new string('a', 64),
            _ => null,
        };
}
