using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>OpenRouter's error bodies.</summary>
internal sealed class OpenRouterErrors : IVendorFaults
{
    public static Task Write(HttpContext http, OpenRouterException e) => JsonReply.Write(http, e.Code, Body(e.Code, e.Message, e.Metadata));

    public static JsonObject Body(int code, string message, JsonObject? metadata = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (metadata is not null)
            error["metadata"] = metadata;
        return new() { ["error"] = error, ["user_id"] = "user_sandbox" };
    }

    public Task Status(HttpContext http, Fault fault)
    {
        if (fault.RetryAfterSeconds is { } wait)
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        var metadata = fault.Reason is { } type ? new JsonObject { ["error_type"] = type } : null;
        return Write(http, new(fault.Status!.Value, fault.Message ?? "The request could not be served.", metadata));
    }

    public Task TokenBad(HttpContext http) => Write(http, new(401, "No auth credentials found"));
}
