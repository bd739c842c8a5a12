using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Gemini;

/// <summary>A complete answer of <c>generateContent</c>.</summary>
/// <param name="Model">As the answer names it; it may differ from the model asked for.</param>
/// <param name="FinishReason">As it was sent.</param>
/// <param name="Parts">Without those that are thoughts: they may hold drafts.</param>
/// <param name="Usage">As counted.</param>
internal sealed record GeminiAnswer(string Model, string FinishReason, IReadOnlyList<JsonElement> Parts, TokenUsage Usage)
{
    private static readonly HashSet<string> Blocked =
    [
        "SAFETY",
        "RECITATION",
        "LANGUAGE",
        "BLOCKLIST",
        "PROHIBITED_CONTENT",
        "SPII",
        "IMAGE_SAFETY",
        "IMAGE_PROHIBITED_CONTENT",
        "IMAGE_RECITATION",
    ];

    /// <summary>Reads the body of a 200. Only a finished answer is <c>Done</c>.</summary>
    public static Reply<GeminiAnswer> Read(ReadOnlyMemory<byte> body, string askedModel)
    {
        if (LenientJson.Parse(body) is not { ValueKind: JsonValueKind.Object } root)
            return Broken("not_json", "Gemini's answer is not JSON: something else may be answering.");

        var candidates = root.Member("candidates").Items().ToArray();
        if (candidates is not [var candidate, ..])
            return root.Member("promptFeedback").Text("blockReason") is { } blocked
                ? new Reply<GeminiAnswer>.Rejected(
                    new(ProblemClass.ContentRejected, $"blocked/{blocked}", "Gemini will not answer this prompt.")
                )
                : Broken("empty", "Gemini gave no answer.");

        return Judge(
            new(
                root.Text("modelVersion") ?? askedModel,
                candidate.Text("finishReason") ?? "",
                [.. candidate.Member("content").Member("parts").Items().Where(part => !part.IsTrue("thought"))],
                ReadUsage(root.Member("usageMetadata"))
            )
        );
    }

    private static Reply<GeminiAnswer> Judge(GeminiAnswer answer) =>
        answer.FinishReason switch
        {
            "STOP" => new Reply<GeminiAnswer>.Done(answer),
            "MAX_TOKENS" => new Reply<GeminiAnswer>.Rejected(
                new(ProblemClass.Misconfigured, "MAX_TOKENS", "The answer was cut off: the limit on its tokens is too low.")
            ),
            { } reason when Blocked.Contains(reason) => new Reply<GeminiAnswer>.Rejected(
                new(ProblemClass.ContentRejected, reason, "Gemini withheld its answer.")
            ),
            "" => Broken("unfinished", "Gemini's answer has no end."),
            { } reason => Broken(reason, "Gemini did not finish its answer."), // NO_IMAGE, OTHER, and whatever comes to exist
        };

    private static TokenUsage ReadUsage(JsonElement usage) =>
        new(
            Input: (usage.Number("promptTokenCount") ?? 0) + (usage.Number("toolUsePromptTokenCount") ?? 0),
            CachedInput: usage.Number("cachedContentTokenCount") ?? 0,
            Output: usage.Number("candidatesTokenCount") ?? 0,
            Thinking: usage.Number("thoughtsTokenCount") ?? 0
        );

    private static Reply<GeminiAnswer>.Broken Broken(string code, string message) => new(new(ProblemClass.Transient, code, message));
}
