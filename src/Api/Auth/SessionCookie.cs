using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Campaigns.Api.Auth;

/// <summary>
/// Clerk's session cookie, where no token was sent as a header. A browser sends it with what any page asks of us, so it counts only where no
/// strange page can be behind the request: with a header that browsers let no strange page set without asking us first (and we say no, by CORS),
/// over a WebSocket whose origin is judged, and for the operators' dashboard, which changes nothing.
/// </summary>
internal static class SessionCookie
{
    private const string Name = "__session";

    private static readonly string[] PreflightHeaders =
    [
        "GraphQL-Require-Preflight",
        "GraphQL-Preflight",
        "Apollo-Require-Preflight",
        "X-Apollo-Operation-Name",
    ];

    /// <summary>The token in it; null when there is none. Where several applications share a domain, Clerk adds to its name.</summary>
    public static string? TokenIn(HttpRequest request)
    {
        if (request.Cookies[Name] is { Length: > 0 } token)
            return token;
        var others = request.Cookies.Where(cookie => cookie.Key.StartsWith($"{Name}_", StringComparison.Ordinal)).Take(2).ToList();
        return others is [{ Value.Length: > 0 } only] ? only.Value : null;
    }

    /// <summary>Whether it counts for this request.</summary>
    public static bool Counts(HttpRequest request) =>
        PreflightHeaders.Any(name => request.Headers[name].Count > 0)
        || (HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(ClerkAuthentication.DashboardPath))
        || (IsUpgrade(request) && request.Headers.Origin.Count > 0);

    private static bool IsUpgrade(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) && string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase))
        || request.HttpContext.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };
}
