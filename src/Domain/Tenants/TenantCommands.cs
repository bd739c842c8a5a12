using System.Text.Json.Serialization;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tenants;

/// <summary>Sets the home zone.</summary>
/// <param name="Zone">IANA name.</param>
public sealed record SetZone(string Zone);

/// <summary>Sets who must approve.</summary>
/// <param name="Policy">Who.</param>
/// <param name="VoidedByReschedule">Whether an approval is void once a person moves the post.</param>
public sealed record SetApprovalPolicy(
    ApprovalPolicy Policy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool VoidedByReschedule = false
);

/// <summary>Stops everything of the tenant from going out.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record HoldTenant(string Reason);

/// <summary>Lets things go out again.</summary>
public sealed record ReleaseTenant;

/// <summary>Sets what holds for late posts.</summary>
public sealed record SetLatePolicy(LatePolicy Policy);

/// <summary>Sets when nothing goes out; null: no such hours.</summary>
public sealed record SetQuietHours(QuietHours? Hours);

/// <summary>Sets how far apart the posts of an account are kept.</summary>
/// <param name="Spacing">At most a day; null: only late ones are kept apart.</param>
public sealed record SetPace(TimeSpan? Spacing);

/// <summary>Sets how much may be spent on AI in a calendar month.</summary>
public sealed record SetAiLimits(AiLimits Limits);
