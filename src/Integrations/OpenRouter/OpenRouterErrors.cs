using System.Globalization;
using System.Text.Json;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>What an error of OpenRouter's means, by its type where it has one, else by its code, which equals the status or comes inside a 200.</summary>
internal static class OpenRouterErrors
{
    private static readonly Dictionary<string, Failure> Types = new()
    {
        ["context_length_exceeded"] = Failure.InputRefused,
        ["max_tokens_exceeded"] = Failure.InvalidRequest,
        ["token_limit_exceeded"] = Failure.InputRefused,
        ["string_too_long"] = Failure.InputRefused,
        ["authentication"] = Failure.KeyRefused,
        ["permission_denied"] = Failure.KeyRefused,
        ["payment_required"] = Failure.QuotaUsedUp,
        ["rate_limit_exceeded"] = Failure.RateLimited,
        ["provider_overloaded"] = Failure.Overloaded,
        ["provider_unavailable"] = Failure.ServerFailed,
        ["invalid_request"] = Failure.InvalidRequest,
        ["invalid_prompt"] = Failure.InvalidRequest,
        ["not_found"] = Failure.ModelGone,
        ["precondition_failed"] = Failure.InvalidRequest,
        ["payload_too_large"] = Failure.InputRefused,
        ["unprocessable"] = Failure.InvalidRequest,
        ["content_policy_violation"] = Failure.SafetyRefused,
        ["refusal"] = Failure.SafetyRefused,
        ["server"] = Failure.ServerFailed,
        ["timeout"] = Failure.ServerTimedOut,
    };

    public static Failed Of(JsonElement error, int status, Heard heard)
    {
        var metadata = error.Member("metadata");
        var number =
            error.Number("code") is { } code and >= 300 and < 600 ? (int)code
            : status is >= 200 and < 300 ? 502
            : status;
        var type = metadata.Text("error_type") ?? error.Text("code"); // in streams the code may be a word
        var name = type ?? string.Create(CultureInfo.InvariantCulture, $"http_{number}");
        // Someone's credit is reserved by calls that are under way: that frees itself.
        if (number == 402 && metadata.Text("limit_source") is "openrouter_in_flight_budget")
            return new(Failure.RateLimited, "in_flight_budget", heard.RetryAfter);
        var failure = type is not null && Types.TryGetValue(type, out var known) ? known : ByNumber(number, metadata);
        return new(
            failure,
            long.TryParse(name, out _) ? string.Create(CultureInfo.InvariantCulture, $"http_{number}") : name,
            heard.RetryAfter
        );
    }

    private static Failure ByNumber(int number, JsonElement metadata) =>
        number switch
        {
            401 => Failure.KeyRefused,
            402 => Failure.QuotaUsedUp,
            403 => IsModeration(metadata) ? Failure.SafetyRefused : Failure.KeyRefused,
            404 => Failure.ModelGone, // also: nobody offers it with what we require
            408 or 504 or 524 => Failure.ServerTimedOut,
            413 => Failure.InputRefused,
            429 => Failure.RateLimited,
            503 or 529 => Failure.Overloaded,
            >= 500 => Failure.ServerFailed,
            _ => Failure.InvalidRequest,
        };

    private static bool IsModeration(JsonElement metadata) =>
        metadata.Member("reasons").ValueKind is JsonValueKind.Array || metadata.Text("flagged_input") is not null;
}
