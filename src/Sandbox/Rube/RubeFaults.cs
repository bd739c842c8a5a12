using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Rube;

/// <summary>How Rube fails on the line. A token gone bad is answered with a page for people, and status 200.</summary>
internal sealed class RubeFaults : IVendorFaults
{
    public Task Status(HttpContext http, Fault fault)
    {
        if (fault.RetryAfterSeconds is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString();
        var message = fault.Message ?? (fault.Status == 429 ? "Too many requests" : "Internal server error");
        return JsonReply.Write(http, fault.Status!.Value, new JsonObject { ["error"] = message });
    }

    public Task TokenBad(HttpContext http) => FaultGate.WriteHtml(http);
}
