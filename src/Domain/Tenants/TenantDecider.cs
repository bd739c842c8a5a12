using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Domain.Tenants;

/// <summary>Every choice made about a tenant's settings.</summary>
public static class TenantDecider
{
    /// <summary>Sets the home zone.</summary>
    public static Decision<TenantEvent> SetZone(Tenant state, SetZone ask)
    {
        if (!LocalTime.IsKnownZone(ask.Zone))
            return Refusal.UnknownZone(ask.Zone, "zone");
        return state.Zone == ask.Zone ? [] : [new ZoneSet(ask.Zone)];
    }

    /// <summary>
    /// Sets who must approve. What is scheduled already stays so; what waits for the approval of a new time waits only while that is still wanted.
    /// </summary>
    public static Decision<TenantEvent> SetApprovalPolicy(Tenant state, SetApprovalPolicy ask) =>
        (state.Approval, state.ApprovalVoidedByReschedule) == (ask.Policy, ask.VoidedByReschedule)
            ? []
            : [new ApprovalPolicySet(ask.Policy, ask.VoidedByReschedule)];

    /// <summary>Pulls the kill switch. Posts whose publish call is under way are not stopped by it.</summary>
    public static Decision<TenantEvent> Hold(Tenant state, HoldTenant ask)
    {
        if (TextRule.Check("reason", ask.Reason, 500) is { } refusal)
            return refusal;
        return state.HeldBecause == ask.Reason ? [] : [new Held(ask.Reason)];
    }

    /// <summary>Releases it.</summary>
    public static Decision<TenantEvent> Release(Tenant state) => state.HeldBecause is null ? [] : [new Released()];

    /// <summary>Sets what holds for late posts. What is scheduled already keeps what held then.</summary>
    public static Decision<TenantEvent> SetLatePolicy(Tenant state, SetLatePolicy ask)
    {
        if (ask.Policy.Broken is { } refusal)
            return refusal;
        return (state.Late ?? LatePolicy.Default) == ask.Policy ? [] : [new LatePolicySet(ask.Policy)];
    }

    /// <summary>Sets when nothing goes out.</summary>
    public static Decision<TenantEvent> SetQuietHours(Tenant state, SetQuietHours ask)
    {
        if (ask.Hours?.Broken is { } refusal)
            return refusal;
        return state.Quiet == ask.Hours ? [] : [new QuietHoursSet(ask.Hours)];
    }

    /// <summary>Sets how far apart the posts of an account are kept.</summary>
    public static Decision<TenantEvent> SetPace(Tenant state, SetPace ask)
    {
        if (ask.Spacing < TimeSpan.Zero || ask.Spacing > AccountDecider.WidestSpacing)
            return Refusal.SpacingOutOfRange;
        return state.Spacing == ask.Spacing ? [] : [new PaceSet(ask.Spacing)];
    }

    /// <summary>Sets how much may be spent on AI in a calendar month. What is set aside already is not touched by it.</summary>
    public static Decision<TenantEvent> SetAiLimits(Tenant state, SetAiLimits ask)
    {
        if (ask.Limits.Broken is { } refusal)
            return refusal;
        return state.Ai == ask.Limits ? [] : [new AiLimitsSet(ask.Limits)];
    }
}
