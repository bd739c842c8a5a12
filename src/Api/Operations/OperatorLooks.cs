using System.Collections.Concurrent;
using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL;
using Campaigns.Domain;
using Campaigns.Grains;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.Operations;

/// <summary>
/// The one check before what only operators see. That somebody looks is kept before they see it, in <c>audit.operator_looks</c> and in the log of
/// the process; what cannot be kept is not shown.
/// </summary>
public sealed class OperatorLooks(IGrainFactory grains, TimeProvider clock, ILogger<OperatorLooks> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OneLook = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(ActorId, string), DateTimeOffset> pages = new();

    /// <summary>Lets an operator look.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="what">The field.</param>
    /// <param name="ct">Stops asking.</param>
    /// <exception cref="RequestFailure">FORBIDDEN; or UNAVAILABLE, when it cannot be kept now.</exception>
    public async Task Admit(Caller caller, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        caller.RequireSuperAdmin();
        log.LogInformation("{User} looks at {What}, as an operator", caller.User, what);
        try
        {
            await grains.Directory().Looked(caller.Tenant, caller.User, what).WaitAsync(Patience, clock, ct);
        }
        // Whatever keeps the directory from answering comes as one of many exceptions.
        catch (Exception away) when (away is not OutOfMemoryException && !ct.IsCancellationRequested)
        {
            log.LogWarning(away, "That {User} looks at {What} cannot be kept; it is not shown", caller.User, what);
            throw RequestFailure.Unavailable(RetryAfter);
        }
    }

    /// <summary>The same for a page that asks again each second: within a minute that is one look. False: not, or not now.</summary>
    public async Task<bool> AdmitToPage(Caller caller, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var now = clock.GetUtcNow();
        if (caller.IsSuperAdmin && pages.TryGetValue((caller.User, what), out var last) && now - last < OneLook)
            return true;
        try
        {
            await Admit(caller, what, ct);
        }
        catch (RequestFailure)
        {
            return false;
        }
        pages[(caller.User, what)] = now;
        return true;
    }
}
