using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Journal;

/// <summary>What of a call's arguments is kept: no secrets, no pictures, no novels.</summary>
internal static class Redaction
{
    private const int LongestText = 2500; // a whole Instagram caption fits

    private static readonly string[] Secrets = ["token", "secret", "password", "authorization", "api_key", "apikey", "thoughtsignature"];

    public static JsonNode? Of(JsonNode? node) =>
        node switch
        {
            JsonObject o => new JsonObject(o.Select(field => KeyValuePair.Create(field.Key, OfField(field.Key, field.Value)))),
            JsonArray a => new JsonArray([.. a.Select(Of)]),
            JsonValue v when v.GetValueKind() == JsonValueKind.String => Cut(v.GetValue<string>()),
            _ => node?.DeepClone(),
        };

    private static JsonNode? OfField(string name, JsonNode? value)
    {
        if (value is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        {
            if (Secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)))
                return "(removed)";
            if (name == "data")
                return $"({text.GetValue<string>().Length} characters removed)";
        }
        return Of(value);
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
