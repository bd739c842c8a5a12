using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Counts tokens: about four characters each, and thoughts as the request allows them.</summary>
internal sealed record GeminiUsage(int Prompt, int Candidates, int Thoughts, string Modality)
{
    private const int TokensPerInlineImage = 1120;

    public static int Of(string text) => (text.Length + 3) / 4;

    public static int PromptOf(GeminiRequest request) => Math.Max(1, Of(request.Everything)) + request.InlineImages * TokensPerInlineImage;

    /// <summary>Gemini 3 always thinks a little; a budget of 0 turns it off.</summary>
    public static int ThoughtsFor(GeminiRequest request)
    {
        var thinking = request.Config["thinkingConfig"] as JsonObject;
        var level = thinking?["thinkingLevel"]?.ToString().ToUpperInvariant() switch
        {
            "MINIMAL" => 0,
            "LOW" => 60,
            "HIGH" => 600,
            _ => 240,
        };
        var thoughts = level == 0 ? 0 : level + (int)(Seed.Of(request.Prompt) % (uint)level);
        return thinking?["thinkingBudget"] is JsonValue budget && budget.TryGetValue<int>(out var most) && most >= 0
            ? Math.Min(thoughts, most)
            : thoughts;
    }

    public JsonObject ToJson()
    {
        var usage = new JsonObject
        {
            ["promptTokenCount"] = Prompt,
            ["candidatesTokenCount"] = Candidates,
            ["totalTokenCount"] = Prompt + Candidates + Thoughts,
            ["promptTokensDetails"] = Details("TEXT", Prompt),
            ["candidatesTokensDetails"] = Details(Modality, Candidates),
        };
        if (Thoughts > 0)
            usage["thoughtsTokenCount"] = Thoughts;
        return usage;
    }

    private static JsonArray Details(string modality, int tokens) =>
        new(new JsonObject { ["modality"] = modality, ["tokenCount"] = tokens });
}
