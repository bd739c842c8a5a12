using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Which pages may open a socket. Browsers ask nobody before they do, so what CORS says of requests is asked here.</summary>
internal sealed class SocketOrigins(IOptions<CorsOptions> cors)
{
    /// <summary>Whether the page that opens it is on the list, or one of our own. What is no browser says no origin.</summary>
    public bool Allow(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return true;
        if (
            Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        )
            return true;
        return cors.Value.GetPolicy(cors.Value.DefaultPolicyName)?.IsOriginAllowed(origin) ?? false;
    }
}
