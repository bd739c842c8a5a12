using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Grains.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.Limits;

/// <summary>How many AI requests a person and a tenant may make.</summary>
/// <param name="Limit">Of how many, within how long.</param>
public sealed record AiRequestLimit(RateLimit Limit);

/// <summary>
/// Counts what has AI providers asked, whatever that leads to. Each is written down before it is granted; where that cannot be done it is not
/// granted, as it costs money.
/// </summary>
/// <param name="caller">From the verified token; whoever may not ask at all is to be turned away before.</param>
/// <param name="services">Where who counts is found; where nobody does, nothing is counted.</param>
public sealed class AiRequests(Caller caller, IServiceProvider services)
{
    /// <summary>Counts one.</summary>
    /// <exception cref="RequestFailure">RATE_LIMITED: one too many, which is not counted.</exception>
    internal async Task Take(CancellationToken ct)
    {
        if (services.GetService<IRateLimits>() is not { } counts)
            return;
        var limit = services.GetService<AiRequestLimit>()?.Limit ?? RateLimit.Ai;
        if (await counts.Take(limit, caller.Tenant, caller.User, ct) is RateVerdict.Exceeded over)
            throw over.Scope is RateScope.Person
                ? RequestFailure.RateLimited("One person", "person", over.Limit, over.Window, over.RetryAfter, "AI requests")
                : RequestFailure.RateLimited(
                    "All of one tenant together",
                    "tenant",
                    over.Limit,
                    over.Window,
                    over.RetryAfter,
                    "AI requests"
                );
    }
}
