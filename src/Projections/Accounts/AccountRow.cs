using Campaigns.Domain;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Accounts;

/// <summary>One Instagram account of a tenant, as <c>read.accounts</c> holds it. Where its token lies is not told. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id, ours.</param>
/// <param name="Username">As the platform names it, without <c>@</c>.</param>
/// <param name="InstagramUserId">The platform's id of it.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="Trouble">Why not, where the platform said so.</param>
/// <param name="TroubleAt">When that was found; null from before this was kept.</param>
/// <param name="HeldReason">Why nothing goes out on it; null when it may.</param>
/// <param name="BlockedUntil">Until when the platform blocks it; null: it never did. May have passed.</param>
/// <param name="BlockedBecause">What the platform said then.</param>
/// <param name="BlockedAt">When it said so; null from before this was kept.</param>
/// <param name="Spacing">How far apart its posts are kept, in seconds; null: as the tenant has it.</param>
/// <param name="QuotaUsed">Published in the rolling day, as the platform last said; null: it never did.</param>
/// <param name="QuotaTotal">How many may be.</param>
/// <param name="QuotaAt">When it said so.</param>
/// <param name="ConnectedAt">When it was first connected.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("accounts")]
public sealed record AccountRow(
    string Tenant,
    Guid Id,
    string Username,
    string InstagramUserId,
    AccountState State,
    Problem? Trouble,
    DateTimeOffset? TroubleAt,
    string? HeldReason,
    DateTimeOffset? BlockedUntil,
    Problem? BlockedBecause,
    DateTimeOffset? BlockedAt,
    long? Spacing,
    int? QuotaUsed,
    int? QuotaTotal,
    DateTimeOffset? QuotaAt,
    DateTimeOffset ConnectedAt,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);

/// <summary>Whether an account can be used.</summary>
public enum AccountState
{
    /// <summary>It can.</summary>
    Connected,

    /// <summary>The platform no longer takes its token, or restricts it: reconnect it.</summary>
    Trouble,

    /// <summary>Its owner took it away.</summary>
    Disconnected,
}
