using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Projections.Publications;

/// <summary>A publication that the sweep should wake.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Publication">Its id.</param>
/// <param name="WakeAt">When it has something to do at the latest, UTC. In the past: it should have moved and did not.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="OutcomeOpen">A publish call was begun, and what came of it is not recorded.</param>
public sealed record DuePublication(
    TenantId Tenant,
    PublicationId Publication,
    DateTimeOffset WakeAt,
    DateTimeOffset DueAt,
    bool OutcomeOpen
);
