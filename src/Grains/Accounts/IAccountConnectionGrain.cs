using Campaigns.Domain.Accounts;

namespace Campaigns.Grains.Accounts;

/// <summary>Connects accounts: tries the token, keeps it in the vault, and tells the account. One Instagram user is one account of a tenant.</summary>
public interface IAccountConnectionGrain : IGrainWithStringKey
{
    /// <summary>Connects the account that the token opens, or connects it anew. The token is stored nowhere but in the vault.</summary>
    Task<ConnectionOutcome> Connect(string token, CommandContext by);
}

/// <summary>How a connection ended.</summary>
/// <param name="Outcome">As of any command.</param>
/// <param name="Account">Which account it is; null when the token opened none.</param>
[GenerateSerializer, Immutable]
public sealed record ConnectionOutcome([property: Id(0)] Outcome Outcome, [property: Id(1)] AccountId? Account);
