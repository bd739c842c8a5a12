using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>What came of a call of <c>generateContent</c>.</summary>
/// <param name="Model">As the answer names it; it may differ from the model asked for.</param>
/// <param name="Parts">Without those that are thoughts: they may hold drafts.</param>
/// <param name="Tokens">As counted; null when nothing was. An answer that cannot be used is counted all the same.</param>
/// <param name="RequestId">Google's name of the answer.</param>
/// <param name="Failed">Why it is not a finished answer; null when it is one.</param>
internal sealed record GeminiAnswer(string Model, IReadOnlyList<JsonElement> Parts, TokenUsage? Tokens, string? RequestId, Failed? Failed)
{
    public const string Vendor = "Gemini";

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

    public static GeminiAnswer Of(Heard heard, string askedModel)
    {
        if (!heard.IsSuccess)
            return new(askedModel, [], null, null, heard.Failed ?? GeminiErrors.Of(heard));
        var root = heard.Body;
        var candidates = root.Member("candidates").Items().ToArray();
        return new(
            root.Text("modelVersion") ?? askedModel,
            candidates is [var candidate, ..]
                ? [.. candidate.Member("content").Member("parts").Items().Where(part => !part.IsTrue("thought"))]
                : [],
            Count(root.Member("usageMetadata")),
            root.Text("responseId"),
            Judge(root, candidates)
        );
    }

    /// <summary>The reply about something made of the answer, with what it used.</summary>
    /// <param name="make">From a finished answer: the value, or why it cannot be had.</param>
    public Attempted<T> Attempt<T>(Func<GeminiAnswer, (T? Value, Failed? Failed, MeasuredUsage Made)> make)
    {
        var (value, failed, made) = Failed is null ? make(this) : (default, Failed, MeasuredUsage.None);
        return new(
            failed is null ? new Reply<T>.Done(value!) : failed.To<T>(Vendor, Asking.Once),
            Model,
            made with
            {
                Tokens = Tokens,
            },
            RequestId
        );
    }

    private static Failed? Judge(JsonElement root, JsonElement[] candidates)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return new(Failure.NotJson, "not_json");
        if (root.Member("error").ValueKind is JsonValueKind.Object)
            return GeminiErrors.Of(new((int)(root.Member("error").Number("code") ?? 500), root, _ => null));
        if (candidates is not [var candidate, ..])
            return root.Member("promptFeedback").Text("blockReason") is { } blocked
                ? new(Failure.SafetyRefused, $"blocked/{blocked}")
                : new(Failure.Empty, "empty");
        return candidate.Text("finishReason") switch
        {
            "STOP" => null,
            "MAX_TOKENS" => new(Failure.Cut, "MAX_TOKENS"),
            { } reason when Blocked.Contains(reason) => new(Failure.SafetyRefused, reason),
            null or "" => new(Failure.Unfinished, "unfinished"),
            { } reason => new(Failure.Unfinished, reason), // NO_IMAGE, OTHER, and whatever comes to exist
        };
    }

    private static TokenUsage? Count(JsonElement usage) =>
        usage.ValueKind is not JsonValueKind.Object
            ? null
            : new(
                Input: (usage.Number("promptTokenCount") ?? 0) + (usage.Number("toolUsePromptTokenCount") ?? 0),
                CachedInput: usage.Number("cachedContentTokenCount") ?? 0,
                Output: usage.Number("candidatesTokenCount") ?? 0,
                Thinking: usage.Number("thoughtsTokenCount") ?? 0
            );
}
