using System.Security.Cryptography;
using System.Text;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;

namespace Campaigns.Silo.Telemetry;

/// <summary>
/// <c>/metrics</c>, as Prometheus reads it. Never open to the world: with <c>CAMPAIGNS_METRICS_TOKEN</c> to whoever has it, without one on this
/// machine only, and not there either once the world reaches us, since what a proxy on this machine passes on comes from here too.
/// </summary>
internal sealed class MetricsPage(SiloSettings settings)
{
    private readonly byte[]? token = settings.Telemetry.MetricsToken is { } text ? Digest(text) : null;

    /// <summary>Lets a reader pass, or answers 401 or 403.</summary>
    public async Task Guard(HttpContext http, RequestDelegate page)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (token is null)
        {
            if (http.IsFromHere(settings.PublicBaseUrl))
                await page(http);
            else
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (HasToken(http.Request.Headers.Authorization.ToString()))
        {
            await page(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
    }

    // Of digests: a comparison that takes longer for a longer token would tell how long ours is.
    private bool HasToken(string header) =>
        header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Digest(header["Bearer ".Length..].Trim()), token);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
