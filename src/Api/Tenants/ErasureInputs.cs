using Campaigns.Domain;

namespace Campaigns.Api.Tenants;

/// <summary>Everything to erase.</summary>
/// <param name="Confirmation">The tenant's id, typed by a person.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record EraseTenantInput(string Confirmation, CommandId? CommandId = null);

/// <summary>An erasure to take back.</summary>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CancelTenantErasureInput(CommandId? CommandId = null);
