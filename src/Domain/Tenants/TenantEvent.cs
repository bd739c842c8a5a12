namespace Campaigns.Domain.Tenants;

/// <summary>What can happen to a tenant's settings.</summary>
public abstract record TenantEvent : DomainEvent
{
    private TenantEvent() { } // closed: every case is below

    /// <summary>Its home zone changed: schedules that name no zone mean this one.</summary>
    /// <param name="Zone">IANA name.</param>
    [EventName("tenant.zone_set.v1")]
    public sealed record ZoneSet(string Zone) : TenantEvent;

    /// <summary>Who must approve changed; what is scheduled already stays so.</summary>
    [EventName("tenant.approval_policy_set.v1")]
    public sealed record ApprovalPolicySet(ApprovalPolicy Policy) : TenantEvent;

    /// <summary>The kill switch: nothing of this tenant goes out until it is released.</summary>
    [EventName("tenant.held.v1")]
    public sealed record Held(string Reason) : TenantEvent;

    /// <summary>What is due may go out again.</summary>
    [EventName("tenant.released.v1")]
    public sealed record Released : TenantEvent;
}
