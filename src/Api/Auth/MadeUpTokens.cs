using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Auth;

/// <summary>
/// Service tokens that were not good, by the address they came from. Such a token names its tenant, which is asked before anything of it is believed:
/// whoever makes tenants up may have few of them asked, and few at a time.
/// </summary>
internal sealed class MadeUpTokens : IDisposable
{
    /// <summary>So many a minute from one address.</summary>
    public const int Most = 20;

    /// <summary>So many a minute from all addresses: whoever has a network of them is stopped here.</summary>
    public const int MostOfAll = 2_000;

    private const int AtOnce = 2;
    private const int Waiting = 50;
    private const int NetworkBytes = 8; // of an IPv6 address: the rest is whoever's network it is to choose

    private readonly PartitionedRateLimiter<string> failures = PerMinute(Most);
    private readonly PartitionedRateLimiter<string> all = PerMinute(MostOfAll);
    private readonly PartitionedRateLimiter<string> asking = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(address, _ => new() { PermitLimit = AtOnce, QueueLimit = Waiting })
    );

    /// <summary>
    /// A place to ask a tenant that nobody asked here before; null when the address has no tries left. Few have one at a time, so that a thousand
    /// at once are no more than a thousand in a row. Dispose of it once the token is judged.
    /// </summary>
    public async ValueTask<IDisposable?> Enter(HttpContext http)
    {
        var address = AddressOf(http);
        var place = await asking.AcquireAsync(address, cancellationToken: http.RequestAborted);
        if (place.IsAcquired && IsLeft(failures, address) && IsLeft(all, ""))
            return place;
        place.Dispose();
        return null;
    }

    /// <summary>One of its tokens was not good.</summary>
    public void Note(HttpContext http)
    {
        failures.AttemptAcquire(AddressOf(http)).Dispose();
        all.AttemptAcquire("").Dispose();
    }

    public void Dispose()
    {
        failures.Dispose();
        all.Dispose();
        asking.Dispose();
    }

    private static bool IsLeft(PartitionedRateLimiter<string> limiter, string key)
    {
        using var left = limiter.AttemptAcquire(key, permitCount: 0);
        return left.IsAcquired;
    }

    private static string AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } six => Convert.ToHexString(
                six.GetAddressBytes().AsSpan(0, NetworkBytes)
            ),
            IPAddress other => other.ToString(),
        };

    private static PartitionedRateLimiter<string> PerMinute(int most) =>
        PartitionedRateLimiter.Create<string, string>(who =>
            RateLimitPartition.GetFixedWindowLimiter(
                who,
                _ =>
                    new()
                    {
                        PermitLimit = most,
                        Window = TimeSpan.FromMinutes(1),
                        QueueLimit = 0,
                    }
            )
        );
}
