namespace Campaigns.Domain.Accounts;

/// <summary>Every "no" about accounts.</summary>
public static class AccountRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant has no such account connected.</summary>
        public static Refusal AccountNotFound => new("account.not_found", "There is no such connected account.", "accountId");

        /// <summary>The account was disconnected.</summary>
        public static Refusal AccountDisconnected =>
            new("account.disconnected", "The account was disconnected; connect it again.", "accountId");

        /// <summary>The platform does not take the account's token.</summary>
        public static Refusal AccountNeedsReconnect(Problem problem) =>
            new("account.needs_reconnect", $"The account must be reconnected first: {problem.Message}", "accountId");

        /// <summary>The token opens somebody else's account.</summary>
        public static Refusal OtherInstagramUser(string username) =>
            new(
                "account.other_user",
                $"The token opens another Instagram account than '{username}', for which this one was connected.",
                "token"
            );

        /// <summary>No token looks like that.</summary>
        public static Refusal TokenMalformed =>
            new("account.token_malformed", "A token has printable ASCII characters only, and no blanks.", "token");

        /// <summary>The platform does not know the token.</summary>
        public static Refusal TokenRefused(Problem problem) =>
            new("account.token_refused", $"The platform did not accept the token: {problem.Message}", "token");
    }
}
