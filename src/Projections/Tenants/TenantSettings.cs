using Campaigns.Domain.Tenants;

namespace Campaigns.Projections.Tenants;

/// <summary>A tenant's settings, the defaults where it never set any.</summary>
/// <param name="Zone">IANA name of its home zone.</param>
/// <param name="ApprovalPolicy">Who must approve an item before it can be scheduled.</param>
/// <param name="HeldReason">Why nothing of it goes out; null when it may.</param>
/// <param name="UpdatedAt">When a setting last changed, UTC; null when none ever did.</param>
public sealed record TenantSettings(string Zone, ApprovalPolicy ApprovalPolicy, string? HeldReason, DateTimeOffset? UpdatedAt);
