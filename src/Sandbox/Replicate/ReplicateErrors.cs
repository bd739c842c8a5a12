using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Replicate;

/// <summary>Replicate's error bodies.</summary>
internal sealed class ReplicateErrors : IVendorFaults
{
    public static Task Write(HttpContext http, ReplicateException e) => JsonReply.Write(http, e.Status, e.Body());

    public Task Status(HttpContext http, Fault fault)
    {
        if (fault is not { Status: 429, RetryAfterSeconds: { } wait })
            return Write(http, new(fault.Status!.Value, "Error", fault.Message ?? "The request could not be served."));
        var detail = string.Create(CultureInfo.InvariantCulture, $"Request was throttled. Your rate limit resets in ~{wait:0}s.");
        return JsonReply.Write(http, 429, new JsonObject { ["detail"] = detail, ["status"] = 429 });
    }

    public Task TokenBad(HttpContext http) => Write(http, ReplicateException.Unauthenticated());
}
