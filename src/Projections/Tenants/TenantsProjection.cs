using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Tenants.TenantEvent;

namespace Campaigns.Projections.Tenants;

/// <summary>One row per tenant that ever set anything. Table: <c>read.tenants</c>.</summary>
internal sealed class TenantsProjection : IRowProjection<string, TenantRow>
{
    public string Name => ReadModels.Tenants;

    public IReadOnlyCollection<string> Categories => ["tenant"];

    public IEnumerable<string> KeysOf(RecordedEvent recorded) => [recorded.Tenant.Value];

    public TenantRow? Fold(string id, TenantRow? row, RecordedEvent recorded)
    {
        var touched = (row ?? new(id, id, null, null, null, null, null, null, null, null, false, null, null, default, "", "")) with
        {
            UpdatedAt = recorded.At,
            UpdatedBy = recorded.Actor,
            LastPosition = recorded.Place,
        };
        return recorded.Event switch
        {
            ZoneSet e => touched with { Zone = e.Zone },
            ApprovalPolicySet e => touched with { ApprovalPolicy = e.Policy, ApprovalVoidedByReschedule = e.VoidedByReschedule },
            Held e => touched with { HeldReason = e.Reason },
            Released => touched with { HeldReason = null },
            LatePolicySet e => touched with { LateWithin = (long)e.Policy.Within.TotalSeconds, LateThen = e.Policy.Then },
            QuietHoursSet e => touched with { QuietFrom = e.Hours?.From, QuietTo = e.Hours?.To },
            PaceSet e => touched with { Spacing = (long?)e.Spacing?.TotalSeconds },
            AiLimitsSet e => touched with { AiHardLimit = e.Limits.Hard?.Amount, AiSoftLimit = e.Limits.Soft?.Amount },
            _ => row,
        };
    }
}
