using Campaigns.Api.Publications;
using Campaigns.Domain;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Scheduling;

namespace Campaigns.Api.Scheduling;

/// <summary>How often something comes again, and until when: by a date or by a count, and at most 100 times.</summary>
/// <param name="Unit">Days, or weeks, which begin on Mondays.</param>
/// <param name="At">Time of the day on the wall, such as `09:30`. The wall keeps it over a change of the clock.</param>
/// <param name="StartsOn">The first date, such as `2026-11-24`.</param>
/// <param name="Every">Each so many days or weeks; 1 to 366.</param>
/// <param name="Weekdays">On which days of such a week; null for that of the first date. Of weeks only.</param>
/// <param name="Until">The last date on which it may come; or give `count`.</param>
/// <param name="Count">How often; or give `until`.</param>
/// <param name="Zone">IANA name; null for the tenant's own.</param>
public sealed record RecurrenceInput(
    RecurrenceUnit Unit,
    string At,
    string StartsOn,
    int Every = 1,
    IReadOnlyList<Weekday>? Weekdays = null,
    string? Until = null,
    int? Count = null,
    string? Zone = null
)
{
    internal RecurrenceRule ToRule() => new(Every, Unit, Weekdays ?? [], At, StartsOn, Until, Count, Zone);
}

/// <summary>A post to put on the calendar again and again.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="AccountId">On which account.</param>
/// <param name="Recurrence">How often, and until when.</param>
/// <param name="LatePolicy">What holds when an occurrence is late; null for what the tenant has set.</param>
/// <param name="DryRun">Only says what would come of it. Files are looked at only when it is carried out.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ScheduleSeriesInput(
    CampaignId CampaignId,
    ItemId ItemId,
    AccountId AccountId,
    RecurrenceInput Recurrence,
    LatePolicyInput? LatePolicy = null,
    bool DryRun = false,
    CommandId? CommandId = null
);

/// <summary>A series whose rest is to be taken back.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="SeriesId">Which.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CancelSeriesInput(
    CampaignId CampaignId,
    SeriesId SeriesId,
    string Reason = "The rest of the series was cancelled by a person.",
    CommandId? CommandId = null
);

/// <summary>A campaign to move as a whole.</summary>
/// <param name="CampaignId">Which.</param>
/// <param name="By">
/// ISO 8601 duration, such as `P7D`, `-P1W` or `PT36H`. Days, weeks, months and years keep the time on the wall over a change of the clock;
/// hours, minutes and seconds pass as on a stopwatch.
/// </param>
/// <param name="DryRun">Only says what would come of it.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record MoveCampaignInput(CampaignId CampaignId, string By, bool DryRun = false, CommandId? CommandId = null);
