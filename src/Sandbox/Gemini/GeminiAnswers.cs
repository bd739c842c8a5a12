using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Gemini.Copy;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Answers a request as a row of chunks; a plain call gets them as one.</summary>
internal sealed class GeminiAnswers(FaultBook faults, TimeProvider clock)
{
    private const int ChunksOfText = 5;

    public IReadOnlyList<JsonObject> Chunks(GeminiRequest request, Call call, bool streamed)
    {
        var id = Base64UrlId();
        if (faults.Take(call, "blocked") is { } blocked)
            return [Blocked(request, blocked, id)];
        if (request.WantsAudio)
            return [Spoken(request, id)];
        if (!request.WantsImage)
            return TextChunks(request, faults.Take(call, FaultKinds.OfText), id, streamed ? ChunksOfText : 1);
        if (!GeminiModels.Draws(request.Model))
            throw GeminiException.Invalid("generation_config.response_modalities", $"{request.Model} makes no images");

        var (parts, usage) = ImageGeneration.Draw(request);
        return faults.Take(call, "no_image") is null
            ? [GeminiReply.Answer(request, parts, "STOP", usage, id)]
            : [GeminiReply.Answer(request, null, "NO_IMAGE", usage with { Candidates = 0 }, id)];
    }

    private static JsonObject Spoken(GeminiRequest request, string id)
    {
        if (!GeminiModels.Speaks(request.Model))
            throw GeminiException.Invalid("generation_config.response_modalities", $"{request.Model} does not speak");
        var (parts, usage) = SpeechGeneration.Speak(request);
        return GeminiReply.Answer(request, parts, "STOP", usage, id);
    }

    private static JsonObject Blocked(GeminiRequest request, Fault fault, string id)
    {
        var reason = fault.Reason ?? (request.WantsImage ? "IMAGE_SAFETY" : "SAFETY");
        var usage = new GeminiUsage(GeminiUsage.PromptOf(request), 0, 0, "TEXT");
        return reason.StartsWith("prompt:", StringComparison.Ordinal)
            ? GeminiReply.PromptBlocked(request, reason["prompt:".Length..], id)
            : GeminiReply.Answer(request, null, reason, usage, id);
    }

    private static List<JsonObject> TextChunks(GeminiRequest request, Fault? fault, string id, int count)
    {
        var (text, finish, usage) = TextGeneration.Write(request, fault);
        if (text.Length == 0)
            return [GeminiReply.Answer(request, null, finish, usage, id)];

        var chunks = new List<JsonObject>();
        var size = Math.Max(1, (text.Length + count - 1) / count);
        for (int at = 0, end; at < text.Length; at = end)
        {
            end = Math.Max(at + 1, WholeCharacters.Boundary(text, at + size));
            var part = GeminiReply.Text(text[at..end]);
            chunks.Add(GeminiReply.Answer(request, [part], end == text.Length ? finish : null, usage, id));
        }
        return chunks;
    }

    private string Base64UrlId() => Convert.ToHexStringLower(Guid.CreateVersion7(clock.GetUtcNow()).ToByteArray())[..22];
}
