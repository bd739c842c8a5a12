using System.Text.Json.Nodes;

namespace Campaigns.Integrations.Writing;

/// <summary>Pieces of JSON Schema.</summary>
internal static class JsonShape
{
    public static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    public static JsonObject Whole(string description) => new() { ["type"] = "integer", ["description"] = description };

    public static JsonObject OneOf(IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    public static JsonObject Hashtags => new() { ["type"] = "array", ["items"] = Text("Without # and without spaces.") };

    /// <summary>Just so many.</summary>
    public static JsonObject Many(int count, JsonObject items) =>
        new()
        {
            ["type"] = "array",
            ["minItems"] = count,
            ["maxItems"] = count,
            ["items"] = items,
        };

    /// <summary>All members are required.</summary>
    public static JsonObject Object(params IReadOnlyList<(string Name, JsonObject Schema)> members) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))),
            ["required"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Name))]),
        };
}
