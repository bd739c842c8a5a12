using Campaigns.Domain.History;

namespace Campaigns.Domain.Accounts;

/// <summary>What an event changed about an account. Its token is a secret, and no change of it is told.</summary>
public static class AccountChanges
{
    /// <summary>From what to what; empty when the event left everything that may be told as it was.</summary>
    public static IReadOnlyList<Change> Between(Account before, AccountEvent happened) =>
        Changes.Between(Fields(before), Fields(Account.Evolve(before, happened)));

    private static IEnumerable<StateField> Fields(Account state) =>
        state switch
        {
            Account.Connected c =>
            [
                new("state", "connected"),
                new("username", c.Username),
                new("instagramUserId", c.InstagramUserId),
                new("trouble", c.Trouble?.Message),
                new("heldBecause", c.HeldBecause),
                new("blockedUntil", c.Block is { } block ? Changes.Told(block.Until) : null),
                new("spacing", c.Spacing is { } spacing ? Changes.Told(spacing) : null),
                new("quota", c.Quota.Reading is { } quota ? $"{quota.Used} of {quota.Total} a day" : null),
                new("weeklySlots", c.Week.Slots.InWords),
            ],
            Account.Disconnected d =>
            [
                new("state", "disconnected"),
                new("username", d.Username),
                new("instagramUserId", d.InstagramUserId),
                new("trouble", null),
                new("heldBecause", d.HeldBecause),
                new("blockedUntil", null),
                new("spacing", null),
                new("quota", null),
                new("weeklySlots", null),
            ],
            _ => [],
        };
}
