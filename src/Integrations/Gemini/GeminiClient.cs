using System.Text.Json.Nodes;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Gemini;

/// <summary>Calls <c>generateContent</c> once and says what came of it.</summary>
internal sealed class GeminiClient(JsonCalls calls)
{
    public const string KeyHeader = "x-goog-api-key";

    public async Task<GeminiAnswer> Generate(string model, JsonObject request, TimeSpan timeout, CancellationToken ct) =>
        GeminiAnswer.Of(await calls.Post($"models/{Uri.EscapeDataString(model)}:generateContent", request, timeout, ct), model);
}
