using Campaigns.Domain;
using Campaigns.Domain.Accounts;

namespace Campaigns.Grains.Accounts;

/// <summary>A connected Instagram account.</summary>
public interface IAccountGrain : IGrainWithStringKey
{
    /// <summary>Connects it, or connects it anew. Its token was tried and lies in the vault.</summary>
    /// <param name="ask">Whose account it is, and where the token lies.</param>
    /// <param name="commandHash">Over the client's own words, the token included.</param>
    /// <param name="by">Who asks.</param>
    Task<Outcome> Connect(ConnectAccount ask, string commandHash, CommandContext by);

    /// <summary>The first outcome of a command that was accepted before, or its refusal when the body is another one; null when it is new.</summary>
    Task<Outcome?> Answered(string commandHash, CommandContext by);

    /// <summary>Takes it away and forgets its token.</summary>
    Task<Outcome> Disconnect(DisconnectAccount ask, CommandContext by);

    /// <summary>Stops everything on it from going out.</summary>
    Task<Outcome> Hold(HoldAccount ask, CommandContext by);

    /// <summary>Lets things go out on it again.</summary>
    Task<Outcome> Release(ReleaseAccount ask, CommandContext by);

    /// <summary>The account as it stands, for grains that need a copy.</summary>
    Task<Account> Describe();

    /// <summary>A publication found that the platform no longer takes the account's token, or restricts it.</summary>
    Task RecordTrouble(TokenRef token, Problem problem);
}
