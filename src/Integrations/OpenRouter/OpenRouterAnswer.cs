using System.Text.Json;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>What a call brought, read in the order that OpenRouter's errors hide in: status, error, choices, finish reason.</summary>
/// <param name="Model">The one that was really used.</param>
/// <param name="Text">What it wrote.</param>
/// <param name="Usage">As counted and charged.</param>
/// <param name="RequestId">OpenRouter's name of the generation.</param>
/// <param name="Failed">Why the text is none; null when it is whole.</param>
internal sealed record OpenRouterAnswer(string Model, string Text, MeasuredUsage Usage, string? RequestId, Failed? Failed)
{
    public static OpenRouterAnswer Of(Heard heard, string askedModel)
    {
        var root = heard.Body;
        var choice = root.Member("choices").Items().FirstOrDefault();
        var message = choice.Member("message");
        return new(
            root.Text("model") ?? askedModel,
            message.Text("content") ?? "",
            Count(root.Member("usage")),
            root.Text("id") ?? heard.Header("X-Generation-Id"),
            heard.Failed ?? Judge(heard, choice, message)
        );
    }

    private static Failed? Judge(Heard heard, JsonElement choice, JsonElement message)
    {
        if (!heard.IsSuccess)
            return OpenRouterErrors.Of(heard.Body.Member("error"), heard.Status, heard);
        if (heard.Body.Member("error") is { ValueKind: JsonValueKind.Object } error)
            return OpenRouterErrors.Of(error, heard.Status, heard); // a provider failed after OpenRouter had said 200
        if (choice.ValueKind is not JsonValueKind.Object)
            return new(Failure.Empty, "no_choices");
        if (choice.Member("error") is { ValueKind: JsonValueKind.Object } late)
            return OpenRouterErrors.Of(late, heard.Status, heard);
        if (message.Text("refusal") is { Length: > 0 })
            return new(Failure.SafetyRefused, "refusal");
        return choice.Text("finish_reason") switch
        {
            "stop" => null,
            "length" => new(Failure.Cut, "length"),
            "content_filter" => new(Failure.SafetyRefused, "content_filter"),
            "error" => new(Failure.ServerFailed, "error"),
            null or "" => new(Failure.Unfinished, "unfinished"),
            { } reason => new(Failure.Unfinished, reason), // tool_calls, and whatever comes to exist
        };
    }

    /// <summary>Completion tokens include reasoning; with a provider key of our own, the cost is OpenRouter's fee alone.</summary>
    private static MeasuredUsage Count(JsonElement usage)
    {
        if (usage.ValueKind is not JsonValueKind.Object)
            return MeasuredUsage.None;
        var thinking = usage.Member("completion_tokens_details").Number("reasoning_tokens") ?? 0;
        return new()
        {
            Tokens = new(
                usage.Number("prompt_tokens") ?? 0,
                usage.Member("prompt_tokens_details").Number("cached_tokens") ?? 0,
                Math.Max(0, (usage.Number("completion_tokens") ?? 0) - thinking),
                thinking
            ),
            ChargedUsd = Money(usage.Member("cost")) is { } cost
                ? cost + (usage.IsTrue("is_byok") ? Money(usage.Member("cost_details").Member("upstream_inference_cost")) ?? 0 : 0)
                : null,
        };
    }

    private static decimal? Money(JsonElement number) =>
        number.ValueKind is JsonValueKind.Number && number.TryGetDecimal(out var amount) && amount >= 0 ? amount : null;
}
