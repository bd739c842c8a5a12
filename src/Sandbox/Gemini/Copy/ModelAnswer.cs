using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>What a model writes when it is asked: JSON that satisfies the schema, or plain copy; or what a fault makes of it.</summary>
internal static class ModelAnswer
{
    private static readonly string[] Languages = ["en", "pt", "de", "es"];

    /// <param name="brief">What it is about.</param>
    /// <param name="schema">Null: plain copy.</param>
    /// <param name="fault">The kind of a fault, such as <c>prose</c>; null for none.</param>
    public static string Write(Brief brief, JsonObject? schema, string? fault)
    {
        if (fault is "empty")
            return "";
        if (schema is null || fault is "prose")
            return new Copywriter(brief).Plain();
        // Not a word of the brief's own, which is written in the language that was asked for.
        var about = fault is "foreign" ? brief with { Language = Another(brief.Language), Sentences = [], Product = brief.Brand } : brief;
        var json =
            new SchemaWriter(schema, about, missing: fault is "wrong_counts" ? 1 : 0).Write()?.ToJsonString(JsonReply.Plain) ?? "null";
        return fault switch
        {
            "half" => json[..WholeCharacters.Boundary(json, json.Length / 2)],
            "fenced" => $"Here is what you asked for:\n\n```json\n{json}\n```\n\nTell me if you want it changed.",
            _ => json,
        };
    }

    private static string Another(string language) => Languages.First(one => one != language);
}
