using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Domain.Accounts;

/// <summary>What can happen to a connected Instagram account.</summary>
public abstract record AccountEvent : DomainEvent
{
    private AccountEvent() { } // closed: every case is below

    /// <summary>It was connected; its token was tried and lies in the vault.</summary>
    /// <param name="InstagramUserId">The platform's id of it.</param>
    /// <param name="Username">As the platform names it, without <c>@</c>.</param>
    /// <param name="Token">Where its token lies.</param>
    [EventName("account.connected.v1")]
    public sealed record Connected(string InstagramUserId, string Username, TokenRef Token) : AccountEvent;

    /// <summary>The same account has a new token; what is scheduled stays.</summary>
    [EventName("account.reconnected.v1")]
    public sealed record Reconnected(string Username, TokenRef Token) : AccountEvent;

    /// <summary>The platform no longer takes its token, or restricts it.</summary>
    [EventName("account.trouble_found.v1")]
    public sealed record TroubleFound(Problem Problem) : AccountEvent;

    /// <summary>Its owner took it away; its token is forgotten.</summary>
    [EventName("account.disconnected.v1")]
    public sealed record Disconnected : AccountEvent;

    /// <summary>Nothing goes out on it until it is released.</summary>
    [EventName("account.held.v1")]
    public sealed record Held(string Reason) : AccountEvent;

    /// <summary>What is due on it may go out again.</summary>
    [EventName("account.released.v1")]
    public sealed record Released : AccountEvent;

    /// <summary>The platform takes its token again.</summary>
    [EventName("account.trouble_cleared.v1")]
    public sealed record TroubleCleared : AccountEvent;

    /// <summary>The platform blocks it for a time: nothing on it is tried until then.</summary>
    [EventName("account.blocked.v1")]
    public sealed record Blocked(Problem Problem, DateTimeOffset Since, DateTimeOffset Until) : AccountEvent;

    /// <summary>The platform said how much of the rolling day's quota is used.</summary>
    [EventName("account.quota_read.v1")]
    public sealed record QuotaRead(int Used, int Total, DateTimeOffset At) : AccountEvent;

    /// <summary>A place in its day is kept for a publication, instead of any it had.</summary>
    [EventName("account.slot_reserved.v1")]
    public sealed record SlotReserved(PublicationId Publication, DateTimeOffset At, DateTimeOffset ReservedAt) : AccountEvent;

    /// <summary>A publication gave its place back.</summary>
    [EventName("account.slot_released.v1")]
    public sealed record SlotReleased(PublicationId Publication) : AccountEvent;

    /// <summary>How far apart its posts are kept; null: as the tenant has it.</summary>
    [EventName("account.pace_set.v1")]
    public sealed record PaceSet(TimeSpan? Spacing) : AccountEvent;

    /// <summary>It likes to publish at these times of the week. What is scheduled stays.</summary>
    [EventName("account.weekly_slots_set.v1")]
    public sealed record WeeklySlotsSet(WeeklySlots Slots) : AccountEvent;

    /// <summary>A slot of its week is taken by a publication, instead of any it had.</summary>
    [EventName("account.weekly_slot_taken.v1")]
    public sealed record WeeklySlotTaken(PublicationId Publication, PlannedTime When, DateTimeOffset At) : AccountEvent;

    /// <summary>A publication left its slot of the week: it was taken back, or moved to another time.</summary>
    [EventName("account.weekly_slot_freed.v1")]
    public sealed record WeeklySlotFreed(PublicationId Publication) : AccountEvent;
}
