using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Tenants;

/// <summary>A home zone to set.</summary>
/// <param name="Zone">IANA name, such as `Europe/Lisbon`.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetTenantZoneInput(string Zone, CommandId? CommandId = null);

/// <summary>An approval policy to set.</summary>
/// <param name="Policy">Who must approve.</param>
/// <param name="VoidedByReschedule">Whether an approval is void once a person moves the post: then its new time must be approved.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetApprovalPolicyInput(ApprovalPolicy Policy, bool VoidedByReschedule = false, CommandId? CommandId = null);

/// <summary>Everything to stop.</summary>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record HoldTenantInput(string Reason, CommandId? CommandId = null);

/// <summary>Everything to let go on.</summary>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReleaseTenantInput(CommandId? CommandId = null);
