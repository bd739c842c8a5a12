using System.Threading.RateLimiting;
using Campaigns.Api.GraphQL;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using Campaigns.Grains.EventSourcing;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Reviews;

/// <summary>
/// Lets in who brings the token of an invitation as a bearer token. Whoever brings one that opens nothing is told the same, whatever the reason,
/// and may try few times a minute. A token's signature is looked at before anything is counted: whoever makes tokens up uses up their own
/// address's tries, and nobody's who was invited.
/// </summary>
internal sealed class ReviewDoor : IDisposable
{
    /// <summary>So many requests a minute by one invitation.</summary>
    public const int MostRequests = 240;

    /// <summary>So many tokens a minute from one address that are not genuine.</summary>
    public const int MostFailures = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> requests = Limiter(MostRequests);
    private readonly PartitionedRateLimiter<string> failures = Limiter(MostFailures);

    /// <summary>Whether a request brings such a token, good or not: then it is no session's.</summary>
    public static bool IsKnockedAt(HttpContext http) => TokenOf(http) is not null;

    /// <summary>Whether the request may go on, as a <see cref="Reviewer"/> among its features; else why not is left there as a failure.</summary>
    public async Task<bool> Admit(HttpContext http, IGrainFactory grains)
    {
        try
        {
            http.Features.Set(await Judge(TokenOf(http)!, http, grains));
            return true;
        }
        catch (RequestFailure failure)
        {
            http.Features.Set(failure);
            return false;
        }
    }

    /// <summary>The same reviewer and what they see now.</summary>
    /// <exception cref="RequestFailure">The review is over, was taken back, or cannot be opened just now.</exception>
    public Task<Reviewer> Reopen(Reviewer before, IGrainFactory grains, CancellationToken ct) =>
        ReviewLink.Claimed(before.Token) is var (link, _) ? Open(link, before.Token, grains, ct) : throw NoReview();

    /// <summary>The same words for a token that never was one, is over, or was taken back.</summary>
    public static RequestFailure NoReview() => RequestFailure.NotFound("There is no such review.");

    public void Dispose()
    {
        requests.Dispose();
        failures.Dispose();
    }

    private async Task<Reviewer> Judge(string token, HttpContext http, IGrainFactory grains)
    {
        if (
            ReviewLink.Claimed(token) is var (link, _)
            && await Asked(() => grains.ReviewLinks().IsGenuine(token).WaitAsync(http.RequestAborted))
        )
            return await Open(link, token, grains, http.RequestAborted);

        using var failed = failures.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        throw failed.IsAcquired ? NoReview() : TooMany("One address", MostFailures);
    }

    private async Task<Reviewer> Open(ReviewLink link, string token, IGrainFactory grains, CancellationToken ct)
    {
        using var request = requests.AttemptAcquire($"{link.Tenant}/{link.Invite}");
        if (!request.IsAcquired)
            throw TooMany("One invitation", MostRequests);
        return await Asked(() => grains.Reviews(link.Tenant).Open(token, ct)) is { } sheet
            ? new Reviewer(link.Tenant, token, sheet)
            : throw NoReview();
    }

    private static async Task<T> Asked<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (StoreAwayException)
        {
            throw RequestFailure.Unavailable(TimeSpan.FromSeconds(5));
        }
    }

    private static RequestFailure TooMany(string whose, int limit) => RequestFailure.RateLimited(whose, "review", limit, Minute, Minute);

    private static string? TokenOf(HttpContext http)
    {
        const string Scheme = "Bearer ";
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme + ReviewLink.Prefix, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..] : null;
    }

    private static PartitionedRateLimiter<string> Limiter(int most) =>
        PartitionedRateLimiter.Create<string, string>(who =>
            RateLimitPartition.GetFixedWindowLimiter(
                who,
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
