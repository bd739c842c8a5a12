using System.Text.Json.Serialization;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Accounts;

/// <summary>Asks an account to keep a place in its day.</summary>
/// <param name="Publication">For which publication: it has at most one.</param>
/// <param name="DueAt">When that is due, UTC.</param>
/// <param name="From">Not before this, UTC.</param>
/// <param name="NotAfter">Later than this is no use, UTC.</param>
/// <param name="Pace">How far apart the tenant wants posts kept; null where it said nothing.</param>
public sealed record ReserveSlot(
    PublicationId Publication,
    DateTimeOffset DueAt,
    DateTimeOffset From,
    DateTimeOffset NotAfter,
    TimeSpan? Pace = null
);

/// <summary>An account's answer.</summary>
[JsonDerivedType(typeof(Kept), "kept")]
[JsonDerivedType(typeof(NoneBefore), "noneBefore")]
[JsonDerivedType(typeof(ReadFirst), "readFirst")]
[JsonDerivedType(typeof(AskAgain), "askAgain")]
public abstract record SlotAnswer
{
    private SlotAnswer() { } // closed: every case is below

    /// <summary>A place is kept.</summary>
    /// <param name="At">At that moment, UTC.</param>
    /// <param name="Because">What made it later than asked; null when nothing did.</param>
    public sealed record Kept(DateTimeOffset At, DeferralReason? Because) : SlotAnswer;

    /// <summary>None that would be of use; nothing is kept.</summary>
    /// <param name="Earliest">The first that there would be, UTC; or when to ask again, where that hangs on what others published.</param>
    /// <param name="Because">What makes it so late.</param>
    public sealed record NoneBefore(DateTimeOffset Earliest, DeferralReason Because) : SlotAnswer;

    /// <summary>Ask the platform for its quota first, and tell.</summary>
    public sealed record ReadFirst : SlotAnswer;

    /// <summary>Somebody else is asking the platform at this moment: again in a moment.</summary>
    public sealed record AskAgain : SlotAnswer;
}
