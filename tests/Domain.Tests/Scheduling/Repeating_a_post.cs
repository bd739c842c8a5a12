using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using Campaigns.Domain.Tenants;
using Campaigns.Domain.Tests.Campaigns;
using CsCheck;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Publications.PublicationSample;

namespace Campaigns.Domain.Tests.Scheduling;

public sealed class Repeating_a_post
{
    public static readonly SeriesId Twice = new(Uuid(40));
    public static readonly RecurrenceRule Daily = new(1, RecurrenceUnit.Day, [], "10:00", "2026-11-24", null, 2);
    private static readonly Tenant Tenant = Tenant.Initial with { Zone = "Etc/UTC" };

    private static readonly string TheHash = CampaignSample.Hash;

    internal static readonly SeriesPlanned Planned = new(
        Twice,
        First,
        Club,
        "every day at 10:00",
        [Plan(Ten), Plan(Ten.AddDays(1))],
        new LatePolicy(TimeSpan.FromMinutes(90), LateAction.Ask),
        Ben,
        TheHash,
        Nine
    );

    internal static PublicationId Publication(int number) => new(DerivedId.From($"{Twice}/occurrence/{number}"));

    [Fact]
    public void plans_all_of_its_publications_at_once()
    {
        var state = Given(WithApproval).When(Schedule(Daily)).Then(Planned with { Late = null }).State;

        var item = Assert.IsType<Campaign.Open>(state).Find(First)!;
        Assert.Equal([Publication(0), Publication(1)], item.Publications.Keys.OrderBy(id => id == Publication(1)));
    }

    [Fact]
    public void is_refused_like_a_single_one()
    {
        Given(WithPicture).When(Schedule(Daily)).ThenRefused("campaign.not_approved", "itemId");
        Given(WithPost).When(Schedule(Daily)).ThenRefused("campaign.no_media", "itemId");
        Given(WithPlan).When(Schedule(Daily, open: [Outing])).ThenRefused("campaign.item_scheduled", "itemId");
        Given(WithApproval).When(Schedule(Daily with { StartsOn = "2026-11-01" })).ThenRefused("recurrence.empty", "until");
    }

    [Fact]
    public void is_refused_where_the_post_has_too_many()
    {
        var many = Enumerable.Range(0, 299).Select(n => new PublicationPlanned(First, new(DerivedId.From($"{n}")), Club, TheHash));

        Given([.. WithApproval, .. many]).When(Schedule(Daily)).ThenRefused("series.too_many_publications", "itemId");
    }

    [Fact]
    public void hears_of_each_occurrence_once()
    {
        OccurrenceOutcome[] heard =
        [
            new(Publication(0), OccurrenceState.Scheduled),
            new(Publication(1), OccurrenceState.Refused, Refusal.PublicationLive),
        ];

        Given([.. WithApproval, Planned]).When(Hear(heard)).Then(new SeriesAdvanced(Twice, heard)).AndAgainNothing();
    }

    [Fact]
    public void takes_back_what_was_scheduled_when_it_is_cancelled()
    {
        var cancelled = Given([.. WithApproval, Planned, new SeriesAdvanced(Twice, [new(Publication(0), OccurrenceState.Scheduled)])])
            .When(Cancel("Sold out."))
            .Then(new SeriesCancelled(Twice, "Sold out.", Ben));

        cancelled.AndAgainNothing();
        var series = ((Campaign.Open)cancelled.State).Series[Twice];
        Assert.Equal([Publication(0), Publication(1)], series.Left.Select(one => one.Publication));
    }

    [Fact]
    public void ends_with_an_edit_of_its_post()
    {
        CampaignEvent[] edited = [.. WithApproval, Planned, new ItemTextChanged(First, OtherWords)];

        Given(edited).When(Hear([new(Publication(0), OccurrenceState.Scheduled)])).ThenNothing();
        Given(edited).When(Cancel("Sold out.")).ThenRefused("series.not_found", "seriesId");
    }

    [Fact]
    public void cannot_be_cancelled_without_a_reason() =>
        Given([.. WithApproval, Planned]).When(Cancel(" ")).ThenRefused("input.required", "reason");

    [Theory]
    [InlineData(0, "10:00", "2026-11-24", null, 3, "recurrence.malformed")]
    [InlineData(1, "10", "2026-11-24", null, 3, "recurrence.malformed")]
    [InlineData(1, "10:00", "24.11.2026", null, 3, "recurrence.malformed")]
    [InlineData(1, "10:00", "2026-11-24", null, null, "recurrence.malformed")]
    [InlineData(1, "10:00", "2026-11-24", "2026-11-30", 3, "recurrence.malformed")]
    [InlineData(1, "10:00", "2026-11-24", null, 0, "recurrence.malformed")]
    [InlineData(1, "10:00", "2026-11-24", null, 101, "recurrence.too_many")]
    [InlineData(1, "10:00", "2026-11-24", "2027-11-24", null, "recurrence.too_many")]
    [InlineData(1, "10:00", "2026-11-24", "2026-11-23", null, "recurrence.empty")]
    public void needs_a_rule_that_ends(int every, string at, string starts, string? until, int? count, string code) =>
        Assert.Equal(code, Recurrence.Plan(new(every, RecurrenceUnit.Day, [], at, starts, until, count), "Etc/UTC").Refusal?.Code);

    [Fact]
    public void in_weeks_falls_on_their_days()
    {
        RecurrenceRule rule = new(2, RecurrenceUnit.Week, [Weekday.Friday, Weekday.Monday], "09:00", "2026-11-25", null, 4);

        Assert.Equal(
            ["2026-11-27T09:00:00", "2026-12-07T09:00:00", "2026-12-11T09:00:00", "2026-12-21T09:00:00"],
            Recurrence.Plan(rule, "Europe/Lisbon").Times!.Select(time => time.Local)
        );
    }

    [Fact]
    public void tells_where_the_clock_jumps()
    {
        RecurrenceRule rule = new(1, RecurrenceUnit.Day, [], "01:30", "2027-03-27", null, 3, "Europe/Lisbon");

        Assert.Equal(
            [LocalTimeRule.Exact, LocalTimeRule.MovedForwardOverGap, LocalTimeRule.Exact],
            Recurrence.Plan(rule, "Etc/UTC").Times!.Select(time => time.Rule)
        );
    }

    [Fact]
    public void comes_as_often_as_was_said_one_after_the_other() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[0, 1], Gen.Int[0, 6].List[0, 7], Gen.Int[0, 23], Gen.Int[1, 100])
            .Sample(
                (every, unit, days, hour, count) =>
                {
                    var weekdays = unit == 0 ? [] : days.Select(day => (Weekday)day).ToList();
                    RecurrenceRule rule = new(every, (RecurrenceUnit)unit, weekdays, $"{hour:00}:30", "2026-03-01", null, count);

                    var times = Recurrence.Plan(rule, "Europe/Lisbon").Times!;

                    Assert.Equal(count, times.Count);
                    Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First.DueAt < pair.Second.DueAt));
                },
                iter: 200
            );

    private static Func<Campaign, Decision<CampaignEvent>> Schedule(RecurrenceRule rule, params PublicationId[] open) =>
        campaign => CampaignDecider.PlanSeries(campaign, new(First, Club, rule), Twice, Tenant, open, Ben, Nine);

    private static Func<Campaign, Decision<CampaignEvent>> Hear(IReadOnlyList<OccurrenceOutcome> outcomes) =>
        campaign => CampaignDecider.RecordSeries(campaign, Twice, outcomes);

    private static Func<Campaign, Decision<CampaignEvent>> Cancel(string reason) =>
        campaign => CampaignDecider.CancelSeries(campaign, new(Twice, reason), Ben);
}
