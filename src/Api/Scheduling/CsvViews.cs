using Campaigns.Api.Commands;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;

namespace Campaigns.Api.Scheduling;

/// <summary>Posts to put on the calendar, as a table.</summary>
/// <param name="Csv">
/// RFC 4180, with a header; separated by commas or, where the header has none, by semicolons. At most 500 rows and 512 KiB. Columns, in any
/// order: `campaign_id`, `post_id`, `account_id` (unless the input gives it), `at` (local date and time, such as `2026-11-24T09:00`, or
/// `next slot`), `zone` (IANA name), `late_within_minutes` and `late_then` (`skip`, `ask` or `next_moment`; both or neither).
/// </param>
/// <param name="AccountId">On which account, where a row names none.</param>
/// <param name="Zone">IANA name of the zone, where a row names none; null for the tenant's own.</param>
/// <param name="DryRun">Only says what would come of it. Files are looked at only when it is carried out.</param>
/// <param name="CommandId">
/// Makes repeating safe: a row is known by its post and account, so a corrected file may be sent again under the same id, and what was done is
/// not done twice. Needed, unless the header `Idempotency-Key` gives it.
/// </param>
public sealed record ScheduleFromCsvInput(
    string Csv,
    AccountId? AccountId = null,
    string? Zone = null,
    bool DryRun = false,
    CommandId? CommandId = null
);

/// <summary>What came of a table of posts.</summary>
/// <param name="Rows">What came of each row, in order; empty when the table as a whole was refused.</param>
/// <param name="Scheduled">How many rows are on the calendar; of a dry run, would be.</param>
/// <param name="Refused">How many rows were refused.</param>
/// <param name="Unfinished">How many rows nobody came to: send the same again, with the same command id.</param>
/// <param name="Errors">Why the table as a whole was refused; empty when it was not.</param>
public sealed record ScheduleFromCsvPayload(
    IReadOnlyList<CsvRowResult> Rows,
    int Scheduled,
    int Refused,
    int Unfinished,
    IReadOnlyList<ICommandError> Errors
)
{
    internal static ScheduleFromCsvPayload Of(IReadOnlyList<CsvRowResult> rows) =>
        new(
            rows,
            rows.Count(row => row.State is CsvRowState.Scheduled),
            rows.Count(row => row.State is CsvRowState.Refused),
            rows.Count(row => row.State is CsvRowState.Unfinished),
            []
        );
}

/// <summary>What came of one row.</summary>
/// <param name="Row">Its number; the header is 1.</param>
/// <param name="State">How it ended.</param>
/// <param name="CampaignId">Its campaign; null where that cannot be read.</param>
/// <param name="ItemId">Its post; null where that cannot be read.</param>
/// <param name="PublicationId">Its publication; null when there is none.</param>
/// <param name="When">When it is due; of a dry run, would be. Null when it is not.</param>
/// <param name="Errors">Why it was refused, each with the column it is about as `field`; empty when it was not.</param>
public sealed record CsvRowResult(
    int Row,
    CsvRowState State,
    CampaignId? CampaignId,
    ItemId? ItemId,
    PublicationId? PublicationId,
    PlannedTimeView? When,
    IReadOnlyList<ICommandError> Errors
);

/// <summary>How a row ended.</summary>
public enum CsvRowState
{
    /// <summary>Its post is on the calendar; of a dry run, would be.</summary>
    Scheduled,

    /// <summary>It was refused; nothing changed.</summary>
    Refused,

    /// <summary>Nobody came to it, or its outcome is not known: send the same again, with the same command id.</summary>
    Unfinished,
}
