using static Campaigns.Domain.Accounts.Account;

namespace Campaigns.Domain.Accounts;

/// <summary>Every choice made about an account.</summary>
public static partial class AccountDecider
{
    /// <summary>Connects it. A new token for the same Instagram user renews the connection; another user is refused.</summary>
    public static Decision<AccountEvent> Connect(Account state, ConnectAccount ask) =>
        state switch
        {
            Connected c when c.InstagramUserId != ask.InstagramUserId => Refusal.OtherInstagramUser(c.Username),
            Disconnected d when d.InstagramUserId != ask.InstagramUserId => Refusal.OtherInstagramUser(d.Username),
            Connected { Trouble: null } c when c.Token == ask.Token && c.Username == ask.Username => [],
            Connected => [new AccountEvent.Reconnected(ask.Username, ask.Token)],
            _ => [new AccountEvent.Connected(ask.InstagramUserId, ask.Username, ask.Token)],
        };

    /// <summary>Takes it away. What is scheduled on it will not go out.</summary>
    public static Decision<AccountEvent> Disconnect(Account state) =>
        state switch
        {
            Connected => [new AccountEvent.Disconnected()],
            Disconnected => [],
            _ => Refusal.AccountNotFound,
        };

    /// <summary>Stops it.</summary>
    public static Decision<AccountEvent> Hold(Account state, HoldAccount ask) =>
        (state, TextRule.Check("reason", ask.Reason, 500)) switch
        {
            (not Connected, _) => Refusal.AccountNotFound,
            (_, { } refusal) => refusal,
            (Connected c, _) when c.HeldBecause == ask.Reason => [],
            _ => [new AccountEvent.Held(ask.Reason)],
        };

    /// <summary>Releases it.</summary>
    public static Decision<AccountEvent> Release(Account state) =>
        state switch
        {
            Connected { HeldBecause: null } => [],
            Connected => [new AccountEvent.Released()],
            _ => Refusal.AccountNotFound,
        };

    /// <summary>The platform refused a token of it, or restricts it. What was found with an older token says nothing of the newest.</summary>
    public static Decision<AccountEvent> RecordTrouble(Account state, TokenRef token, Problem problem) =>
        state is Connected c && c.Token == token && c.Trouble != problem ? [new AccountEvent.TroubleFound(problem)] : [];
}
