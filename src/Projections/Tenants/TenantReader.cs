using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Reading;

namespace Campaigns.Projections.Tenants;

/// <summary>Reads a tenant's settings. Any call may throw <see cref="ReadModelUnavailableException"/>.</summary>
public sealed class TenantReader
{
    private readonly TenantTable<TenantRow> table;

    internal TenantReader(TenantQuery query) => table = new(query);

    /// <summary>The settings as they stand.</summary>
    public async Task<TenantSettings> Settings(TenantId tenant, CancellationToken ct = default)
    {
        var row = (await table.Where(tenant, _ => "true", "r.id", ct)).SingleOrDefault();
        return new(
            row?.Zone ?? Tenant.Initial.Zone,
            row?.ApprovalPolicy ?? Tenant.Initial.Approval,
            row?.HeldReason ?? Tenant.Initial.HeldBecause,
            row is { LateWithin: { } within, LateThen: { } then } ? new(TimeSpan.FromSeconds(within), then) : LatePolicy.Default,
            row is { QuietFrom: { } from, QuietTo: { } to } ? new(from, to) : null,
            row?.Spacing is { } spacing ? TimeSpan.FromSeconds(spacing) : null,
            row?.ApprovalVoidedByReschedule ?? Tenant.Initial.ApprovalVoidedByReschedule,
            new(Money(row?.AiHardLimit), Money(row?.AiSoftLimit)),
            row?.UpdatedAt
        );
    }

    private static MicroUsd? Money(decimal? amount) => amount is { } micros ? MicroUsd.Of(micros) : null;
}
