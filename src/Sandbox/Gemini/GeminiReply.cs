using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Builds GenerateContentResponse bodies.</summary>
internal static class GeminiReply
{
    public static JsonObject Answer(GeminiRequest request, JsonArray? parts, string? finishReason, GeminiUsage usage, string responseId)
    {
        var candidate = new JsonObject { ["index"] = 0 };
        if (parts is not null)
            candidate["content"] = new JsonObject { ["parts"] = parts, ["role"] = "model" };
        if (finishReason is not null)
            candidate["finishReason"] = finishReason;
        return Frame(request, usage, responseId, ("candidates", new JsonArray(candidate)));
    }

    /// <summary>A blocked prompt has no candidates at all.</summary>
    public static JsonObject PromptBlocked(GeminiRequest request, string reason, string responseId) =>
        Frame(
            request,
            new GeminiUsage(GeminiUsage.PromptOf(request), 0, 0, "TEXT"),
            responseId,
            ("promptFeedback", new JsonObject { ["blockReason"] = reason })
        );

    public static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonObject Frame(GeminiRequest request, GeminiUsage usage, string responseId, (string Name, JsonNode Value) content) =>
        new()
        {
            [content.Name] = content.Value,
            ["usageMetadata"] = usage.ToJson(),
            ["modelVersion"] = request.Model,
            ["responseId"] = responseId,
        };
}
