using Campaigns.Domain.Tenants;
using Campaigns.Grains.History;

namespace Campaigns.Api.Tenants;

/// <summary>A tenant's settings as they were at one moment.</summary>
public sealed class PastTenant(TenantId id, AsOf<Tenant> was)
{
    /// <summary>The tenant's id.</summary>
    public TenantId Id => id;

    /// <summary>IANA name of its home zone.</summary>
    public string Zone => was.State.Zone;

    /// <summary>Who had to approve a post before it could be scheduled.</summary>
    public ApprovalPolicy ApprovalPolicy => was.State.Approval;

    /// <summary>Why a person kept everything from going out; null when nobody did.</summary>
    public string? HeldBecause => was.State.HeldBecause;

    /// <summary>When a setting had last changed; null when none had.</summary>
    public DateTimeOffset? UpdatedAt => was.Last?.At;

    /// <summary>By whom: a user's id; null when none had.</summary>
    public string? UpdatedBy => was.Last?.By.Value;

    /// <summary>How many events the settings had.</summary>
    public int Version => (int)(was.Last?.Version ?? 0);
}
