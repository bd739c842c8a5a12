using static Campaigns.Domain.Publications.PublicationEvent;

namespace Campaigns.Domain.Publications;

/// <summary>What a pending post's time depends on, besides its due time.</summary>
/// <param name="Late">What holds when it is late.</param>
/// <param name="AtOnce">Asked to go out at once by a person: quiet hours do not keep it back.</param>
/// <param name="Slot">The place in its account's day that is kept for it; null when none is.</param>
/// <param name="Deferred">What it waits for, other than its due time; null when for nothing.</param>
/// <param name="DecideBy">A person must decide by then, UTC; null when nobody must.</param>
/// <param name="Carried">It was too late, and takes the next moment.</param>
public sealed record Timing(LatePolicy Late, bool AtOnce, Slot? Slot, Deferral? Deferred, DateTimeOffset? DecideBy, bool Carried)
{
    /// <summary>Nothing was said.</summary>
    public static Timing Default { get; } = new(LatePolicy.Default, AtOnce: false, null, null, null, Carried: false);

    /// <summary>What it has to do with its account's week.</summary>
    public WeeklySlotHold WeeklySlot { get; init; }

    internal Timing After(PublicationEvent happened) =>
        happened switch
        {
            SlotReserved e => this with { Slot = new(e.At, IsStale: false), Deferred = null },
            SlotReleased => this with { Slot = null },
            PublicationEvent.Deferred e => this with { Deferred = new(e.Because, e.Until) },
            DecisionAsked e => this with { DecideBy = e.DecideBy },
            CarriedOver => this with { Carried = true, Deferred = null },
            Rescheduled e => this with
            {
                AtOnce = e.AtOnce,
                Slot = Slot is { } old ? old with { IsStale = true } : null,
                Deferred = null,
                DecideBy = null,
                Carried = false,
                WeeklySlot = WeeklySlot is WeeklySlotHold.None ? WeeklySlotHold.None : WeeklySlotHold.Left,
            },
            WeeklySlotFreed => this with { WeeklySlot = WeeklySlotHold.None },
            _ => this,
        };
}

/// <summary>Whether a publication has taken a slot of its account's week.</summary>
public enum WeeklySlotHold
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It goes out in one.</summary>
    Kept,

    /// <summary>It was moved out of one, which its account must still hear of.</summary>
    Left,
}

/// <summary>A place in an account's day.</summary>
/// <param name="At">When it may go out, UTC.</param>
/// <param name="IsStale">It was for another due time: another is needed, or none.</param>
public sealed record Slot(DateTimeOffset At, bool IsStale);

/// <summary>Why a due post waits, and for how long.</summary>
/// <param name="Because">For what.</param>
/// <param name="Until">UTC; null until a person acts.</param>
public sealed record Deferral(DeferralReason Because, DateTimeOffset? Until);

/// <summary>What a due post can wait for.</summary>
public enum DeferralReason
{
    /// <summary>The tenant's quiet hours.</summary>
    QuietHours,

    /// <summary>The account's pace: another post goes out too near.</summary>
    Pace,

    /// <summary>The account has published as many posts as the platform allows in a day.</summary>
    Quota,

    /// <summary>The platform blocks the account for a time.</summary>
    AccountBlocked,

    /// <summary>The platform does not take the account's token, or restricts it: a person must reconnect it.</summary>
    AccountTrouble,
}
