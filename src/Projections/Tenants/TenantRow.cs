using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Tenants;

/// <summary>What a tenant has set, as <c>read.tenants</c> holds it. A null is a setting never made.</summary>
[ReadTable("tenants")]
internal sealed record TenantRow(
    string Tenant,
    string Id,
    string? Zone,
    ApprovalPolicy? ApprovalPolicy,
    string? HeldReason,
    long? LateWithin,
    LateAction? LateThen,
    string? QuietFrom,
    string? QuietTo,
    long? Spacing,
    bool ApprovalVoidedByReschedule,
    decimal? AiHardLimit,
    decimal? AiSoftLimit,
    DateTimeOffset UpdatedAt,
    string UpdatedBy,
    [LogPlace] string LastPosition
);
