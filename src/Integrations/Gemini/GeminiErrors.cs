using System.Globalization;
using System.Text.Json;
using Campaigns.Integrations.Http;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Gemini;

/// <summary>What an error answer of Google's means. Its fields decide; its message is for people and may quote content, so it goes no further.</summary>
internal static class GeminiErrors
{
    /// <summary>The failure of an answer with an error status.</summary>
    public static Failed Of(Heard heard)
    {
        var error = heard.Body.Member("error");
        var details = error.Member("details").Items().ToArray();
        var reason = details.Select(detail => detail.Text("reason")).FirstOrDefault(reason => reason is not null);
        var code = reason ?? error.Text("status") ?? heard.StatusCode;
        return new(Classify(heard.Status, code, details), code, RetryDelay(details) ?? heard.RetryAfter);
    }

    private static Failure Classify(int status, string code, JsonElement[] details) =>
        status switch
        {
            429 => PerDay(details) ? Failure.QuotaUsedUp : Failure.RateLimited,
            503 => Failure.Overloaded,
            504 or 408 or 499 => Failure.ServerTimedOut,
            >= 500 => Failure.ServerFailed,
            404 => Failure.ModelGone,
            401 or 403 => Failure.KeyRefused,
            413 => Failure.InputRefused,
            // The same status says that the key is bad, that the region or billing is, or that the request is: only the last is about content.
            400 when code is not "INVALID_ARGUMENT" => Failure.KeyRefused,
            _ => Failure.InvalidRequest,
        };

    /// <summary><c>"22s"</c> or <c>"22.48s"</c>.</summary>
    private static TimeSpan? RetryDelay(JsonElement[] details)
    {
        var text = details.Select(detail => detail.Text("retryDelay")).FirstOrDefault(delay => delay is not null);
        return
            text is [.. var seconds, 's']
            && double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < TimeSpan.FromDays(7).TotalSeconds
            ? TimeSpan.FromSeconds(number)
            : null;
    }

    /// <summary>Waiting minutes helps against a limit per minute, not against one per day. The quota's id is a code, not prose.</summary>
    private static bool PerDay(JsonElement[] details) =>
        details
            .SelectMany(detail => detail.Member("violations").Items())
            .Any(violation => violation.Text("quotaId")?.Contains("PerDay", StringComparison.Ordinal) is true);
}
