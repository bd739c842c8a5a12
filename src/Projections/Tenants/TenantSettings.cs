using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;

namespace Campaigns.Projections.Tenants;

/// <summary>A tenant's settings, the defaults where it never set any.</summary>
/// <param name="Zone">IANA name of its home zone.</param>
/// <param name="ApprovalPolicy">Who must approve an item before it can be scheduled.</param>
/// <param name="HeldReason">Why nothing of it goes out; null when it may.</param>
/// <param name="Late">What holds for late posts.</param>
/// <param name="Quiet">When nothing goes out; null: no such hours.</param>
/// <param name="Spacing">How far apart the posts of an account are kept; null: only late ones are.</param>
/// <param name="ApprovalVoidedByReschedule">Whether an approval is void once a person moves the post.</param>
/// <param name="Ai">How much may be spent on AI in a calendar month.</param>
/// <param name="UpdatedAt">When a setting last changed, UTC; null when none ever did.</param>
public sealed record TenantSettings(
    string Zone,
    ApprovalPolicy ApprovalPolicy,
    string? HeldReason,
    LatePolicy Late,
    QuietHours? Quiet,
    TimeSpan? Spacing,
    bool ApprovalVoidedByReschedule,
    AiLimits Ai,
    DateTimeOffset? UpdatedAt
);
