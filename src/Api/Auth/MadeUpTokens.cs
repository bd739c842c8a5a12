using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Auth;

/// <summary>
/// Service tokens that were not good, by the address they came from. Such a token names its tenant, which is asked before anything of it is believed:
/// whoever makes tenants up may have few of them asked.
/// </summary>
internal sealed class MadeUpTokens : IDisposable
{
    /// <summary>So many a minute from one address.</summary>
    public const int Most = 20;

    private readonly PartitionedRateLimiter<string> failures = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ =>
                new()
                {
                    PermitLimit = Most,
                    Window = TimeSpan.FromMinutes(1),
                    QueueLimit = 0,
                }
        )
    );

    /// <summary>Whether the address has tries left.</summary>
    public bool MayTry(HttpContext http)
    {
        using var left = failures.AttemptAcquire(AddressOf(http), permitCount: 0);
        return left.IsAcquired;
    }

    /// <summary>One of its tokens was not good.</summary>
    public void Note(HttpContext http) => failures.AttemptAcquire(AddressOf(http)).Dispose();

    public void Dispose() => failures.Dispose();

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
