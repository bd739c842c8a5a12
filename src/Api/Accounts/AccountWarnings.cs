using System.Globalization;
using Campaigns.Projections.Accounts;
using Campaigns.Projections.Publications;

namespace Campaigns.Api.Accounts;

/// <summary>What puts all that is scheduled on an account at risk.</summary>
internal static class AccountWarnings
{
    /// <summary>The most pressing first; empty when all is well.</summary>
    public static IReadOnlyList<Warning> Of(AccountRow account, AccountLoad load, DateTimeOffset now) =>
        [.. new[] { Unusable(account), Blocked(account, now), Quota(account, load, now) }.OfType<Warning>()];

    private static Warning? Unusable(AccountRow account) =>
        account.State switch
        {
            AccountState.Trouble => new(
                "account.token",
                $"Reconnect @{account.Username}: {account.Trouble?.Message ?? "the platform does not take its token."}",
                account.TroubleAt ?? account.UpdatedAt
            ),
            AccountState.Disconnected => new("account.disconnected", $"@{account.Username} is disconnected.", account.UpdatedAt),
            _ => null,
        };

    private static Warning? Blocked(AccountRow account, DateTimeOffset now) =>
        account.BlockedUntil is { } until && until > now && account.State is AccountState.Connected
            ? new(
                "account.blocked",
                string.Create(
                        CultureInfo.InvariantCulture,
                        $"The platform blocks @{account.Username}; nothing on it is tried until {until:yyyy-MM-dd HH:mm} UTC. {account.BlockedBecause?.Message}"
                    )
                    .TrimEnd(),
                account.BlockedAt ?? account.UpdatedAt
            )
            : null;

    /// <summary>What the platform counted, while that is of today, and never less than what went out by us.</summary>
    private static Warning? Quota(AccountRow account, AccountLoad load, DateTimeOffset now)
    {
        if (account is not { QuotaTotal: { } total, QuotaAt: { } at })
            return null;
        var used = Math.Max(at > now.AddDays(-1) ? account.QuotaUsed ?? 0 : 0, load.LiveWithinADay);
        return used + load.DueWithinADay > total
            ? new(
                "account.quota",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{load.DueWithinADay} posts are due within a day on @{account.Username}, and {Math.Max(total - used, 0)} of its {total} places in a day are free: some will be late."
                ),
                at
            )
            : null;
    }
}
