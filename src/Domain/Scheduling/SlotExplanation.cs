using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Scheduling;

/// <summary>Why a publication goes out in the slot that it has.</summary>
/// <param name="Slot">Which one.</param>
/// <param name="PassedOver">Those before it, which others have taken: the earliest first, at most 50.</param>
public sealed record SlotExplanation(PlannedTime Slot, IReadOnlyList<PassedSlot> PassedOver);

/// <summary>A slot that somebody else has taken.</summary>
/// <param name="Slot">Which one.</param>
/// <param name="TakenBy">By whom.</param>
public sealed record PassedSlot(PlannedTime Slot, PublicationId TakenBy);

/// <summary>The answer to "the next free slot, please".</summary>
/// <param name="When">The slot; null when there is none.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record SlotTaking(PlannedTime? When, Refusal? Refusal);

/// <summary>Slots that nobody has taken.</summary>
/// <param name="Times">The earliest first.</param>
public sealed record FreeSlots(IReadOnlyList<PlannedTime> Times);
