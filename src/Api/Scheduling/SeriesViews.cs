using Campaigns.Api.Commands;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Grains.Scheduling;
using GraphQL;

namespace Campaigns.Api.Scheduling;

/// <summary>A post that goes out again and again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="AccountId">On which account.</param>
/// <param name="Rule">How often, in words.</param>
/// <param name="Occurrences">The earliest first.</param>
/// <param name="CancelledBecause">Why the rest of it was taken back; null when it was not.</param>
[Name("Series")]
public sealed record SeriesView(
    SeriesId Id,
    ItemId ItemId,
    AccountId AccountId,
    string Rule,
    IReadOnlyList<OccurrenceView> Occurrences,
    string? CancelledBecause
)
{
    internal static SeriesView Of(SeriesId id, CampaignSeries series) =>
        new(
            id,
            series.Item,
            series.Account,
            series.Rule,
            [.. series.Occurrences.Select((one, n) => OccurrenceView.Of(n + 1, one))],
            series.CancelledBecause
        );
}

/// <summary>One time that a post of a series goes out.</summary>
/// <param name="Number">The first is 1.</param>
/// <param name="PublicationId">Its publication, an ordinary one: it can be rescheduled, held or cancelled by itself.</param>
/// <param name="When">When, and what was decided where the clock jumps.</param>
/// <param name="State">How far it is.</param>
/// <param name="Error">Why it was refused, or could not be taken back; null otherwise.</param>
[Name("SeriesOccurrence")]
public sealed record OccurrenceView(
    int Number,
    PublicationId PublicationId,
    PlannedTimeView When,
    OccurrenceState State,
    ICommandError? Error
)
{
    internal static OccurrenceView Of(int number, Occurrence one) =>
        new(
            number,
            one.Publication,
            PlannedTimeView.Of(one.When),
            one.State,
            one.Refusal is { } refusal ? CommandErrors.From(refusal) : null
        );
}

/// <summary>What came of a command about a series.</summary>
/// <param name="SeriesId">Which series; null when it was refused.</param>
/// <param name="Series">
/// How it stands; of a dry run, how it would. What is still `PLANNED` follows by itself. Null when it was refused, or is over and forgotten.
/// </param>
/// <param name="Receipt">That it is done; null when it was refused, and of a dry run.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
public sealed record SeriesPayload(SeriesId? SeriesId, SeriesView? Series, CommandReceipt? Receipt, IReadOnlyList<ICommandError> Errors)
{
    internal static SeriesPayload From(SeriesAnswer answer, bool dryRun) =>
        answer.Outcome.ToPayload(
            (receipt, errors) =>
                new SeriesPayload(
                    receipt is null || dryRun ? null : answer.Id,
                    answer is { Id: { } id, Series: { } series } ? SeriesView.Of(id, series) : null,
                    dryRun ? null : receipt,
                    errors
                )
        );
}
