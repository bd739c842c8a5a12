using Campaigns.Api.Publications;
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

    /// <summary>Whether an approval was void once a person moved the post.</summary>
    public bool ApprovalVoidedByReschedule => was.State.ApprovalVoidedByReschedule;

    /// <summary>Why a person kept everything from going out; null when nobody did.</summary>
    public string? HeldBecause => was.State.HeldBecause;

    /// <summary>What held for late posts.</summary>
    public LatePolicyView LatePolicy => LatePolicyView.Of(was.State.Late ?? Domain.Publications.LatePolicy.Default);

    /// <summary>When nothing went out; null: no such hours.</summary>
    public QuietHoursView? QuietHours => QuietHoursView.Of(was.State.Quiet);

    /// <summary>How far apart the posts of an account were kept, in seconds; null: only late ones, by a minute.</summary>
    public int? SpacingSeconds => (int?)was.State.Spacing?.TotalSeconds;

    /// <summary>How much might be spent on AI in a calendar month, in millionths of a US dollar; null: no limit.</summary>
    public string? AiHardLimitMicroUsd => was.State.Ai.Hard?.Value;

    /// <summary>Where a warning was given; null: none was.</summary>
    public string? AiSoftLimitMicroUsd => was.State.Ai.Soft?.Value;

    /// <summary>When a setting had last changed; null when none had.</summary>
    public DateTimeOffset? UpdatedAt => was.Last?.At;

    /// <summary>By whom: a user's id; null when none had.</summary>
    public string? UpdatedBy => was.Last?.By.Value;

    /// <summary>How many events the settings had.</summary>
    public int Version => (int)(was.Last?.Version ?? 0);
}
