namespace Campaigns.Domain.Tenants;

/// <summary>A tenant's settings. One that never said anything has the defaults.</summary>
/// <param name="Zone">IANA name of its home zone.</param>
/// <param name="Approval">Who must approve.</param>
/// <param name="HeldBecause">Why nothing goes out; null when it may.</param>
public sealed record Tenant(string Zone, ApprovalPolicy Approval, string? HeldBecause) : IFold<Tenant, TenantEvent>
{
    /// <inheritdoc />
    public static Tenant Initial { get; } = new("Etc/UTC", ApprovalPolicy.Internal, HeldBecause: null);

    /// <inheritdoc />
    public static int SnapshotVersion => 1;

    /// <inheritdoc />
    public static Tenant Evolve(Tenant state, TenantEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        return happened switch
        {
            TenantEvent.ZoneSet e => state with { Zone = e.Zone },
            TenantEvent.ApprovalPolicySet e => state with { Approval = e.Policy },
            TenantEvent.Held e => state with { HeldBecause = e.Reason },
            TenantEvent.Released => state with { HeldBecause = null },
            _ => state,
        };
    }
}
