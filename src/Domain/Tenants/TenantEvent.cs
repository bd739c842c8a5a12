using System.Text.Json.Serialization;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;

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
    /// <param name="Policy">Who.</param>
    /// <param name="VoidedByReschedule">Whether an approval is void once a person moves the post.</param>
    [EventName("tenant.approval_policy_set.v1")]
    public sealed record ApprovalPolicySet(
        ApprovalPolicy Policy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool VoidedByReschedule = false
    ) : TenantEvent;

    /// <summary>The kill switch: nothing of this tenant goes out until it is released.</summary>
    [EventName("tenant.held.v1")]
    public sealed record Held(string Reason) : TenantEvent;

    /// <summary>What is due may go out again.</summary>
    [EventName("tenant.released.v1")]
    public sealed record Released : TenantEvent;

    /// <summary>What holds for late posts changed; what is scheduled already keeps what held then.</summary>
    [EventName("tenant.late_policy_set.v1")]
    public sealed record LatePolicySet(LatePolicy Policy) : TenantEvent;

    /// <summary>When nothing goes out changed; null: there are no such hours.</summary>
    [EventName("tenant.quiet_hours_set.v1")]
    public sealed record QuietHoursSet(QuietHours? Hours) : TenantEvent;

    /// <summary>How far apart the posts of an account are kept changed; null: only late ones are.</summary>
    [EventName("tenant.pace_set.v1")]
    public sealed record PaceSet(TimeSpan? Spacing) : TenantEvent;

    /// <summary>How much may be spent on AI in a month changed.</summary>
    [EventName("tenant.ai_limits_set.v1")]
    public sealed record AiLimitsSet(AiLimits Limits) : TenantEvent;

    /// <summary>What a role may do changed.</summary>
    /// <param name="Role">As the identity provider names it, without <c>org:</c>.</param>
    /// <param name="Permissions">All that it may do; null: the defaults again.</param>
    [EventName("tenant.role_permissions_set.v1")]
    public sealed record RolePermissionsSet(string Role, IReadOnlyList<string>? Permissions) : TenantEvent;

    /// <summary>Automation got a key. Its secret is not here.</summary>
    [EventName("tenant.service_token_created.v1")]
    public sealed record ServiceTokenCreated(ServiceTokenId Token, ServiceToken Described) : TenantEvent;

    /// <summary>A key is good for nothing any more.</summary>
    [EventName("tenant.service_token_revoked.v1")]
    public sealed record ServiceTokenRevoked(ServiceTokenId Token) : TenantEvent;
}
