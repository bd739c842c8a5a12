namespace Campaigns.Domain.Hindrances;

/// <summary>Why a post has not gone out at this moment.</summary>
/// <param name="Cause">What keeps it back.</param>
/// <param name="Since">Since when, UTC; null where nobody knows.</param>
/// <param name="NextWakeUp">When it is looked at again by itself, UTC; null: when a person acts.</param>
/// <param name="InWords">The same as one English sentence.</param>
/// <param name="Code">The platform's own code, where a problem of the platform is the cause; null elsewhere.</param>
public sealed record Hindrance(
    HindranceCause Cause,
    DateTimeOffset? Since,
    DateTimeOffset? NextWakeUp,
    string InWords,
    string? Code = null
);

/// <summary>What can keep a post from going out.</summary>
public enum HindranceCause
{
    /// <summary>Its time has not come; or none was given yet.</summary>
    Slot,

    /// <summary>Somebody must approve it first.</summary>
    Approval,

    /// <summary>A person holds this post.</summary>
    PostHeld,

    /// <summary>A person holds its account.</summary>
    AccountHeld,

    /// <summary>A person holds everything of the tenant.</summary>
    TenantHeld,

    /// <summary>It is late, and by the late policy a person must decide.</summary>
    LatePolicy,

    /// <summary>The platform does not take the account's token, or the account was disconnected: somebody must connect it.</summary>
    Token,

    /// <summary>The platform blocks the account for a time, and until then the breaker is open: nothing is tried on it.</summary>
    Blocked,

    /// <summary>The account has published as many posts as the platform allows in a day.</summary>
    Quota,

    /// <summary>Another post of the account goes out too near.</summary>
    Pace,

    /// <summary>The tenant's quiet hours.</summary>
    QuietHours,

    /// <summary>Its picture is missing, or the platform cannot fetch it or work it up.</summary>
    Media,

    /// <summary>The platform failed, or is away; it is tried again, later each time.</summary>
    Platform,

    /// <summary>A publish call may have gone through, and the platform is being asked.</summary>
    OutcomeUnknown,

    /// <summary>Nothing is in its way: its next step is being taken.</summary>
    UnderWay,
}
