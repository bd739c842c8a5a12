using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using Campaigns.Projections.Tenants;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>Counts a tenant's campaign events in the table of settings: an event taken in twice shows. Some names are more than it can bear.</summary>
internal sealed class CountProjection(string name) : IRowProjection<string, TenantRow>
{
    public const string Poison = "poison";

    public string Name => name;

    public IReadOnlyCollection<string> Categories => ["campaign"];

    /// <summary>Two rows: one for the tenant, one for the kind of event.</summary>
    public IEnumerable<string> KeysOf(RecordedEvent recorded) => [name, $"{name}/{recorded.Name}"];

    public TenantRow? Fold(string id, TenantRow? row, RecordedEvent recorded) =>
        recorded.Event is Created { Name: Poison } && id != name
            ? throw new InvalidOperationException("Too much.")
            : new(
                recorded.Tenant.Value,
                id,
                Zone: (row is null ? 1 : int.Parse(row.Zone!) + 1).ToString(),
                ApprovalPolicy: null,
                HeldReason: recorded.Event is Created e ? e.Name : null,
                LateWithin: null,
                LateThen: null,
                QuietFrom: null,
                QuietTo: null,
                Spacing: null,
                ApprovalVoidedByReschedule: false,
                AiHardLimit: null,
                AiSoftLimit: null,
                UpdatedAt: recorded.At,
                UpdatedBy: recorded.Actor,
                recorded.Place
            );
}
