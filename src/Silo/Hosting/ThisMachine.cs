using System.Net;

namespace Campaigns.Silo.Hosting;

/// <summary>Tells a caller on this machine, who may know what is nobody else's business, from the world.</summary>
internal static class ThisMachine
{
    /// <summary>
    /// Whether the request was made on this machine. What a proxy on this machine passes on comes from here too: so none is, once the world
    /// reaches us under an address that is not this machine's, or where the request says that it was passed on.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="publicAddress">Where the world reaches us; null: it does not.</param>
    public static bool IsFromHere(this HttpContext http, Uri? publicAddress) =>
        publicAddress is not { IsLoopback: false }
        && http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("Forwarded")
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("X-Original-For"); // left by our own reading of what a trusted proxy said
}
