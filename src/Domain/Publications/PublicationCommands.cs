using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Publications;

/// <summary>Puts a post on the calendar, or out at once.</summary>
/// <param name="Content">What goes out.</param>
/// <param name="Account">Where.</param>
/// <param name="Time">When; null for now.</param>
/// <param name="Zone">The zone meant where none is named; IANA name.</param>
/// <param name="ApprovedBy">Who approved this content; null where nobody must.</param>
/// <param name="Late">What holds when it is late; null for the default.</param>
/// <param name="Window">When it may go out, by its approval; null: whenever.</param>
/// <param name="InNextSlot">In the next free slot of its account's week: that is when, then.</param>
public sealed record SchedulePublication(
    PostContent Content,
    AccountId Account,
    WallTime? Time,
    string Zone,
    ActorId? ApprovedBy,
    LatePolicy? Late = null,
    ApprovalWindow? Window = null,
    bool InNextSlot = false
);

/// <summary>A time on the wall of a zone.</summary>
/// <param name="At">ISO 8601 local date and time, such as <c>2026-11-24T09:00</c>.</param>
/// <param name="Zone">IANA name; null for the one at hand: the tenant's own, or the one it was scheduled in.</param>
public sealed record WallTime(string At, string? Zone);

/// <summary>Moves it to another time.</summary>
/// <param name="Time">Null for now.</param>
/// <param name="From">Only if it is due then, UTC; null: wherever it is.</param>
public sealed record ReschedulePublication(
    WallTime? Time,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? From = null
);

/// <summary>Where a publication stands, for whoever would move it.</summary>
/// <param name="When">When it is due, or was.</param>
/// <param name="Objection">Why it cannot be moved; null when it can.</param>
public sealed record PublicationStanding(PlannedTime When, Refusal? Objection);

/// <summary>Keeps it from going out until it is released.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record HoldPublication(string Reason);

/// <summary>Lets it go out again.</summary>
public sealed record ReleasePublication;

/// <summary>Takes it back.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record WithdrawPublication(string Reason);

/// <summary>A person's answer about a post that is later than its policy allows.</summary>
/// <param name="Publish">Out now; else not at all.</param>
public sealed record DecideLatePublication(bool Publish);

/// <summary>Approves its new time, where the old approval was void with the old one.</summary>
public sealed record ReapprovePublication;
