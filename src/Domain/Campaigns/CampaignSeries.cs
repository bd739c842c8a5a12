using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Campaigns;

/// <summary>A post that goes out again and again, each time as a publication of its own.</summary>
/// <param name="Item">Which post.</param>
/// <param name="Account">Where.</param>
/// <param name="Rule">How often, in words.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Late">What holds when an occurrence is late; null for what the tenant has set.</param>
/// <param name="Occurrences">The earliest first.</param>
/// <param name="CancelledBecause">Why the rest of it was taken back; null when it was not.</param>
/// <param name="CancelledBy">Who took it back.</param>
public sealed record CampaignSeries(
    ItemId Item,
    AccountId Account,
    string Rule,
    ActorId By,
    LatePolicy? Late,
    ImmutableList<Occurrence> Occurrences,
    string? CancelledBecause = null,
    ActorId? CancelledBy = null
)
{
    /// <summary>What is still to be done: to schedule, or, once it is cancelled, to take back.</summary>
    [JsonIgnore]
    public IEnumerable<Occurrence> Left =>
        Occurrences.Where(one =>
            one.State is OccurrenceState.Planned || (CancelledBecause is not null && one.State is OccurrenceState.Scheduled)
        );

    internal CampaignSeries After(IReadOnlyList<OccurrenceOutcome> outcomes) =>
        this with
        {
            Occurrences =
            [
                .. Occurrences.Select(one =>
                    outcomes.FirstOrDefault(outcome => outcome.Publication == one.Publication) is { } heard
                        ? one with
                        {
                            State = heard.State,
                            Refusal = heard.Refusal,
                        }
                        : one
                ),
            ],
        };
}

/// <summary>The series of a campaign that are not over.</summary>
/// <param name="Series">In the order in which they begin.</param>
public sealed record KnownSeries(IReadOnlyList<SeriesOfCampaign> Series);

/// <summary>A series, under its id.</summary>
public sealed record SeriesOfCampaign(SeriesId Id, CampaignSeries Series);

/// <summary>One time that a post of a series goes out.</summary>
/// <param name="Publication">Its publication, whose id follows from the series and the number.</param>
/// <param name="When">When, and what was decided where the clock jumps.</param>
/// <param name="State">How far it is.</param>
/// <param name="Refusal">Why it was refused, or could not be taken back; null otherwise.</param>
public sealed record Occurrence(PublicationId Publication, PlannedTime When, OccurrenceState State, Refusal? Refusal = null);

/// <summary>What became of one occurrence.</summary>
public sealed record OccurrenceOutcome(PublicationId Publication, OccurrenceState State, Refusal? Refusal = null);

/// <summary>How far an occurrence of a series is.</summary>
public enum OccurrenceState
{
    /// <summary>To be scheduled.</summary>
    Planned,

    /// <summary>On the calendar.</summary>
    Scheduled,

    /// <summary>It could not be scheduled.</summary>
    Refused,

    /// <summary>Taken back with the rest of the series.</summary>
    Cancelled,

    /// <summary>The rest was taken back, but this one is public, or about to be.</summary>
    Kept,
}
