using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Clerk's error bodies.</summary>
internal sealed class ClerkErrors : IVendorFaults
{
    public static Task Write(HttpContext http, int status, string code, string message) =>
        JsonReply.Write(
            http,
            status,
            new JsonObject
            {
                ["errors"] = new JsonArray(
                    new JsonObject
                    {
                        ["code"] = code,
                        ["message"] = message,
                        ["long_message"] = message,
                        ["meta"] = new JsonObject(),
                    }
                ),
                ["clerk_trace_id"] = $"{Seed.Long(http.TraceIdentifier):x16}",
            }
        );

    public static Task NotFound(HttpContext http, string what) =>
        Write(http, StatusCodes.Status404NotFound, "resource_not_found", $"No {what} was found with the given id.");

    public Task Status(HttpContext http, Fault fault)
    {
        if (fault.RetryAfterSeconds is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString();
        var code = fault.Status == 429 ? "too_many_requests" : "internal_clerk_error";
        return Write(http, fault.Status!.Value, code, fault.Message ?? "The request could not be served.");
    }

    public Task TokenBad(HttpContext http) =>
        Write(http, StatusCodes.Status401Unauthorized, "clerk_key_invalid", "The provided Clerk Secret Key is invalid.");
}
