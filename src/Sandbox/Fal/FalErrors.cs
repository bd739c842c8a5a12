using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Fal;

/// <summary>FAL's error bodies: a text from the platform, a list from a model.</summary>
internal sealed class FalErrors : IVendorFaults
{
    public static Task Platform(HttpContext http, int status, string detail, string? type = null)
    {
        var body = new JsonObject { ["detail"] = detail };
        if (type is not null)
            body["error_type"] = type;
        return JsonReply.Write(http, status, body);
    }

    public static Task Model(HttpContext http, int status, string type, string message, params string[] at)
    {
        var one = new JsonObject
        {
            ["loc"] = new JsonArray(["body", .. at]),
            ["msg"] = message,
            ["type"] = type,
            ["url"] = $"https://docs.fal.ai/errors/#{type}",
        };
        return JsonReply.Write(http, status, new JsonObject { ["detail"] = new JsonArray(one) });
    }

    public Task Status(HttpContext http, Fault fault)
    {
        if (fault.RetryAfterSeconds is { } wait)
            http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return Platform(http, fault.Status!.Value, fault.Message ?? "The request could not be served.", fault.Reason);
    }

    public Task TokenBad(HttpContext http) => Platform(http, 401, "Cannot access application. Authentication is required.");
}
