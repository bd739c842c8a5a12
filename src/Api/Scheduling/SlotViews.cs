using Campaigns.Api.Commands;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Scheduling;

/// <summary>When an account likes to publish.</summary>
/// <param name="Zone">IANA name of the zone whose wall clock is meant.</param>
/// <param name="Slots">By weekday, then by time.</param>
[Name("WeeklySlots")]
public sealed record WeeklySlotsView(string Zone, IReadOnlyList<WeeklySlot> Slots);

/// <summary>A slot that was passed over.</summary>
/// <param name="Slot">Which one.</param>
/// <param name="TakenBy">The id of the publication that has taken it.</param>
[Name("PassedSlot")]
public sealed record PassedSlotView(PlannedTimeView Slot, PublicationId TakenBy);

/// <summary>What came of putting a post into the next free slot.</summary>
/// <param name="PublicationId">Which publication; null when it was refused.</param>
/// <param name="Slot">In which slot; null when it was refused, has been moved since, or its time has passed.</param>
/// <param name="PassedOver">The slots before that, and who has taken them; at most 50.</param>
/// <param name="Receipt">That it is done; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record NextSlotPayload(
    PublicationId? PublicationId,
    PlannedTimeView? Slot,
    IReadOnlyList<PassedSlotView> PassedOver,
    CommandReceipt? Receipt,
    IReadOnlyList<ICommandError> Errors
)
{
    /// <summary>The publication as it is now, with this change; null when the command was refused.</summary>
    public IDataLoaderResult<PublicationView?>? Publication([FromServices] Lookups lookups) =>
        PublicationId is { } id ? lookups.After(Receipt).Publication(id.Uuid) : null;
}
