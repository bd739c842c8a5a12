using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tenants;

/// <summary>A tenant's settings. One that never said anything has the defaults.</summary>
/// <param name="Zone">IANA name of its home zone.</param>
/// <param name="Approval">Who must approve.</param>
/// <param name="HeldBecause">Why nothing goes out; null when it may.</param>
public sealed record Tenant(string Zone, ApprovalPolicy Approval, string? HeldBecause) : IFold<Tenant, TenantEvent>
{
    /// <summary>What holds for late posts; null where nothing was said: see <see cref="LatePolicy.Default"/>.</summary>
    public LatePolicy? Late { get; init; }

    /// <summary>Hours of the home zone in which nothing goes out; null when there are none.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>How far apart the posts of an account are kept; null: only late ones are.</summary>
    public TimeSpan? Spacing { get; init; }

    /// <summary>Whether an approval is void once a person moves the post.</summary>
    public bool ApprovalVoidedByReschedule { get; init; }

    /// <summary>How much may be spent on AI in a calendar month (UTC).</summary>
    public AiLimits Ai { get; init; } = AiLimits.None;

    /// <summary>Who may do what, as far as the tenant itself says so.</summary>
    public TenantAccess Access { get; init; } = TenantAccess.None;

    /// <inheritdoc />
    public static Tenant Initial { get; } = new("Etc/UTC", ApprovalPolicy.Internal, HeldBecause: null);

    /// <inheritdoc />
    public static int SnapshotVersion => 5;

    /// <inheritdoc />
    public static Tenant Evolve(Tenant state, TenantEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        return happened switch
        {
            TenantEvent.ZoneSet e => state with { Zone = e.Zone },
            TenantEvent.ApprovalPolicySet e => state with { Approval = e.Policy, ApprovalVoidedByReschedule = e.VoidedByReschedule },
            TenantEvent.Held e => state with { HeldBecause = e.Reason },
            TenantEvent.Released => state with { HeldBecause = null },
            TenantEvent.LatePolicySet e => state with { Late = e.Policy },
            TenantEvent.QuietHoursSet e => state with { Quiet = e.Hours },
            TenantEvent.PaceSet e => state with { Spacing = e.Spacing },
            TenantEvent.AiLimitsSet e => state with { Ai = e.Limits },
            _ => state with { Access = state.Access.After(happened) },
        };
    }
}
