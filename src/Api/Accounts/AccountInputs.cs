using Campaigns.Domain;
using Campaigns.Domain.Accounts;

namespace Campaigns.Api.Accounts;

/// <summary>An account to connect.</summary>
/// <param name="Token">The Rube token that opens it. Kept encrypted, and never shown again.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ConnectInstagramAccountInput(string Token, CommandId? CommandId = null);

/// <summary>An account to take away.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record DisconnectAccountInput(AccountId AccountId, CommandId? CommandId = null);

/// <summary>An account to stop.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record HoldAccountInput(AccountId AccountId, string Reason, CommandId? CommandId = null);

/// <summary>How far apart the posts of one account shall be kept.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="SpacingSeconds">0 to 86,400; null: as the tenant has it.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetAccountPaceInput(AccountId AccountId, int? SpacingSeconds = null, CommandId? CommandId = null);

/// <summary>An account to let go on.</summary>
/// <param name="AccountId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReleaseAccountInput(AccountId AccountId, CommandId? CommandId = null);
