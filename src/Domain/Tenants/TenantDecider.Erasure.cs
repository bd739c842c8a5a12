using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tenants;

/// <summary>Whether the tenant is to be erased.</summary>
public static partial class TenantDecider
{
    /// <summary>Plans the erasure of everything. Asking twice changes nothing, not even the time.</summary>
    /// <param name="state">The tenant.</param>
    /// <param name="tenant">Its id.</param>
    /// <param name="ask">The command.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="grace">How long it can be taken back.</param>
    public static Decision<TenantEvent> Erase(
        Tenant state,
        TenantId tenant,
        EraseTenant ask,
        ActorId by,
        DateTimeOffset now,
        TimeSpan grace
    )
    {
        if (ask.Confirmation != tenant.Value)
            return Refusal.ErasureNotConfirmed(tenant);
        return state.Erasure is not null ? [] : [new ErasureAsked(now + grace, by, now)];
    }

    /// <summary>Takes it back.</summary>
    public static Decision<TenantEvent> CancelErasure(Tenant state, DateTimeOffset now) =>
        state.Erasure switch
        {
            null => [],
            { } planned when planned.DueAt <= now => Refusal.ErasureBegun,
            _ => [new ErasureCancelled()],
        };

    /// <summary>Any other command's decision, unless everything is to be erased.</summary>
    public static Decision<TenantEvent> UnlessErasing(Tenant state, Func<Tenant, Decision<TenantEvent>> decide) =>
        state.Erasure is { } planned ? Refusal.TenantErasing(planned.DueAt) : decide(state);
}
