using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Blob;

/// <summary>Vercel Blob's error bodies. Clients decide by the code, not by the status.</summary>
internal sealed class BlobErrors : IVendorFaults
{
    public static Task Write(HttpContext http, BlobException e) => Write(http, e.Status, e.Code, e.Message);

    public Task Status(HttpContext http, Fault fault)
    {
        if (fault.RetryAfterSeconds is { } wait)
            http.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Write(http, fault.Status!.Value, CodeOf(fault.Status.Value), fault.Message ?? "The request could not be served.");
    }

    public Task TokenBad(HttpContext http) => Write(http, BlobException.Forbidden());

    private static Task Write(HttpContext http, int status, string code, string message) =>
        JsonReply.Write(
            http,
            status,
            new JsonObject
            {
                ["error"] = new JsonObject { ["code"] = code, ["message"] = message },
            }
        );

    private static string CodeOf(int status) =>
        status switch
        {
            400 => "bad_request",
            403 => "forbidden",
            404 => "not_found",
            412 => "precondition_failed",
            429 => "rate_limited",
            503 => "service_unavailable",
            >= 500 => "internal_server_error",
            _ => "unknown_error",
        };
}
