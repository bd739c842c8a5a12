using System.Threading.RateLimiting;
using Campaigns.Api.GraphQL;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using Campaigns.Grains.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Reviews;

/// <summary>
/// Lets in who brings the token of an invitation as a bearer token. Whoever brings one that opens nothing is told the same, whatever the reason,
/// and may try few times a minute.
/// </summary>
internal sealed class ReviewDoor : IDisposable
{
    /// <summary>So many requests a minute from one address, and so many of them may fail.</summary>
    public const int MostRequests = 240;
    public const int MostFailures = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> requests = Limiter(MostRequests);
    private readonly PartitionedRateLimiter<string> failures = Limiter(MostFailures);

    /// <summary>Whether a request brings such a token, good or not: then it is no session's.</summary>
    public static bool IsKnockedAt(HttpContext http) => TokenOf(http) is not null;

    /// <summary>Whether the request may go on, as a <see cref="Reviewer"/> among its features; else why not is left there as a failure.</summary>
    public async Task<bool> Admit(HttpContext http, IGrainFactory grains)
    {
        var (reviewer, failure) = await Judge(http, grains);
        http.Features.Set(reviewer);
        http.Features.Set(failure);
        return reviewer is not null;
    }

    /// <summary>The same words for a token that never was one, is over, or was taken back.</summary>
    public static RequestFailure NoReview() => RequestFailure.NotFound("There is no such review.");

    public void Dispose()
    {
        requests.Dispose();
        failures.Dispose();
    }

    private async Task<(Reviewer?, RequestFailure?)> Judge(HttpContext http, IGrainFactory grains)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        using var request = requests.AttemptAcquire(address);
        using var failed = failures.AttemptAcquire(address, permitCount: 0);
        if (!request.IsAcquired || !failed.IsAcquired)
            return (null, RequestFailure.Unavailable(Minute));
        var token = TokenOf(http)!;
        try
        {
            // Whom it claims to be for only says whom to ask; there it is checked before anything else.
            if (
                ReviewLink.Claimed(token) is var (link, _)
                && await grains.Reviews(link.Tenant).Open(token, http.RequestAborted) is { } sheet
            )
                return (new(link.Tenant, token, sheet), null);
        }
        catch (StoreAwayException)
        {
            return (null, RequestFailure.Unavailable(TimeSpan.FromSeconds(5)));
        }
        failures.AttemptAcquire(address).Dispose();
        return (null, NoReview());
    }

    private static string? TokenOf(HttpContext http)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme + ReviewLink.Prefix, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    private static PartitionedRateLimiter<string> Limiter(int most) =>
        PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetFixedWindowLimiter(
                address,
                _ =>
                    new()
                    {
                        PermitLimit = most,
                        Window = Minute,
                        QueueLimit = 0,
                    }
            )
        );
}
