using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Gemini;

/// <summary>What an error answer means. Its fields decide; its message is for people and may quote content, so it goes no further.</summary>
internal static class GeminiError
{
    public static async Task<Reply<GeminiAnswer>> Read(HttpResponseMessage response, CancellationToken ct)
    {
        var body = LenientJson.Parse(await response.Content.ReadAsByteArrayAsync(ct)) ?? default; // a proxy may answer HTML
        var error = body.Member("error");
        var details = error.Member("details").Items().ToArray();
        var reason = details.Select(detail => detail.Text("reason")).FirstOrDefault(reason => reason is not null);
        var code = reason ?? error.Text("status") ?? string.Create(CultureInfo.InvariantCulture, $"http_{(int)response.StatusCode}");
        return Classify(response.StatusCode, code, details, response.Headers.RetryAfter?.Delta);
    }

    private static Reply<GeminiAnswer> Classify(HttpStatusCode status, string code, JsonElement[] details, TimeSpan? headerWait) =>
        status switch
        {
            HttpStatusCode.TooManyRequests when PerDay(details) => Broken(
                ProblemClass.Throttled,
                code,
                "Gemini's quota for the day is used up."
            ),
            HttpStatusCode.TooManyRequests => Busy(
                ProblemClass.Throttled,
                code,
                "Gemini takes no more calls for now.",
                details,
                headerWait
            ),
            HttpStatusCode.ServiceUnavailable => Busy(ProblemClass.Transient, code, "Gemini is overloaded.", details, headerWait),
            HttpStatusCode.GatewayTimeout => new Reply<GeminiAnswer>.Unclear(
                new(ProblemClass.Transient, code, "Gemini did not finish in time; what it made may be billed.")
            ),
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => Broken(
                ProblemClass.Transient,
                code,
                "Gemini failed on its side."
            ),
            HttpStatusCode.NotFound => Broken(ProblemClass.Misconfigured, code, "Gemini does not know this model, or no longer."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Broken(ProblemClass.Misconfigured, code, "Gemini refuses the key."),
            // The same status says that the key is bad, that the region or billing is, or that the request is: only the last is about content.
            HttpStatusCode.BadRequest when code is not "INVALID_ARGUMENT" => Broken(
                ProblemClass.Misconfigured,
                code,
                "Gemini refuses the key, the region or the billing of this project."
            ),
            HttpStatusCode.RequestEntityTooLarge => Rejected(ProblemClass.ContentRejected, code, "The request is too large for Gemini."),
            HttpStatusCode.BadRequest => Rejected(ProblemClass.Misconfigured, code, "Gemini does not understand the request."),
            < HttpStatusCode.BadRequest => Broken(ProblemClass.Misconfigured, code, "Gemini's address leads elsewhere."),
            _ => Rejected(ProblemClass.Misconfigured, code, "Gemini does not take the request."),
        };

    private static Reply<GeminiAnswer>.Busy Busy(
        ProblemClass what,
        string code,
        string message,
        JsonElement[] details,
        TimeSpan? headerWait
    ) => new(new(what, code, message), RetryDelay(details) ?? headerWait);

    private static Reply<GeminiAnswer>.Broken Broken(ProblemClass what, string code, string message) => new(new(what, code, message));

    private static Reply<GeminiAnswer>.Rejected Rejected(ProblemClass what, string code, string message) => new(new(what, code, message));

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
