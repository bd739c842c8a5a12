using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Grains.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Limits;

/// <summary>How many operations a person and a tenant may send.</summary>
/// <param name="Limit">Of how many, within how long.</param>
public sealed record OperationLimits(RateLimit Limit);

/// <summary>
/// Turns away who sends too many operations. Where that cannot be found out in a moment, as when a silo is being lost, the operation runs: who
/// counts must not be what everybody waits for.
/// </summary>
internal sealed class OperationLimit(IServiceProvider services, TimeProvider clock, ILogger<OperationLimit> log) : IOperationGate
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    // Null: nobody counts here.
    private readonly IRateLimits? counts = services.GetService<IRateLimits>();
    private readonly RateLimit limit = services.GetService<OperationLimits>()?.Limit ?? RateLimit.Api;

    public Task Admit(HttpContext http, IServiceProvider services, CancellationToken ct) =>
        http.Features.Get<Caller>() is { } caller && counts is not null ? Admit(counts, caller, ct) : Task.CompletedTask;

    private async Task Admit(IRateLimits counts, Caller caller, CancellationToken ct)
    {
        if (await Ask(counts, caller, ct) is RateVerdict.Exceeded over)
            throw over.Scope is RateScope.Person
                ? RequestFailure.RateLimited("One person", "person", over.Limit, over.Window, over.RetryAfter)
                : RequestFailure.RateLimited("All of one tenant together", "tenant", over.Limit, over.Window, over.RetryAfter);
    }

    private async Task<RateVerdict?> Ask(IRateLimits counts, Caller caller, CancellationToken ct)
    {
        try
        {
            return await counts.Take(limit, caller.Tenant, caller.User, ct).WaitAsync(Patience, clock, ct);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            log.LogWarning(e, "An operation could not be counted, and runs all the same");
            return null;
        }
    }
}
