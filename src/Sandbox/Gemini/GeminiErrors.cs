using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Gemini;

/// <summary>Google's error bodies.</summary>
internal sealed class GeminiErrors : IVendorFaults
{
    public const string ContentType = "application/json; charset=UTF-8";

    public static Task Write(HttpContext http, GeminiException e) => Write(http, e.Code, e.Status, e.Message, e.Details);

    public static JsonObject Body(int code, string status, string message, params JsonObject[] details)
    {
        var error = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["status"] = status,
        };
        if (details is not [])
            error["details"] = new JsonArray([.. details]);
        return new() { ["error"] = error };
    }

    public Task Status(HttpContext http, Fault fault)
    {
        var details = fault.Status == 429 && fault.RetryAfterSeconds is { } wait ? Quota(wait, fault.PerDay) : [];
        return Write(http, fault.Status!.Value, NameOf(fault.Status.Value), fault.Message ?? "The request could not be served.", details);
    }

    public Task TokenBad(HttpContext http) => Write(http, GeminiException.KeyInvalid());

    private static Task Write(HttpContext http, int code, string status, string message, JsonObject[] details) =>
        JsonReply.Write(http, code, Body(code, status, message, details), ContentType);

    private static JsonObject[] Quota(double wait, bool perDay) =>
        [
            new()
            {
                ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
                ["violations"] = new JsonArray(
                    new JsonObject
                    {
                        ["quotaMetric"] = "generativelanguage.googleapis.com/generate_requests",
                        ["quotaId"] = perDay ? "GenerateRequestsPerDayPerProjectPerModel" : "GenerateRequestsPerMinutePerProjectPerModel",
                    }
                ),
            },
            new() { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = $"{wait}s" },
        ];

    private static string NameOf(int status) =>
        status switch
        {
            400 => "INVALID_ARGUMENT",
            401 => "UNAUTHENTICATED",
            403 => "PERMISSION_DENIED",
            404 => "NOT_FOUND",
            429 => "RESOURCE_EXHAUSTED",
            499 => "CANCELLED",
            503 => "UNAVAILABLE",
            504 => "DEADLINE_EXCEEDED",
            _ => "INTERNAL",
        };
}
