using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using CsCheck;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Publications.PublicationSample;
using LocalTime = Campaigns.Domain.Publications.LocalTime;

namespace Campaigns.Domain.Tests.Scheduling;

public sealed class Moving_a_campaign
{
    public static readonly MoveId Week = new(Uuid(50));

    internal static readonly MovePlanned Planned = new(
        Week,
        "P7D",
        [new(Outing, Plan(Ten), Plan(Ten.AddDays(7)), MoveState.Planned, null)],
        Ben
    );

    [Fact]
    public void says_from_where_to_where() => Given(WithPlan).When(Move("P7D", new(Plan(Ten), null))).Then(Planned);

    [Fact]
    public void leaves_alone_what_is_public_or_would_be_too_late_or_too_far()
    {
        Assert.Equal("publication.live", OnlyMove("P7D", new(Plan(Ten), Refusal.PublicationLive)).Refusal?.Code);
        Assert.Equal("publication.due_in_past", OnlyMove("-P1D", new(Plan(Ten), null)).Refusal?.Code);
        Assert.Equal("publication.due_too_far", OnlyMove("P2Y", new(Plan(Ten.AddDays(30)), null)).Refusal?.Code);
    }

    [Theory]
    [InlineData("7", "span.malformed")]
    [InlineData("P7X", "span.malformed")]
    [InlineData("PT0.5S", "span.malformed")]
    [InlineData("P0D", "span.out_of_range")]
    [InlineData("P3Y", "span.out_of_range")]
    public void needs_a_span(string span, string code) => Given(WithPlan).When(Move(span, new(Plan(Ten), null))).ThenRefused(code, "by");

    [Fact]
    public void hears_of_each_publication_once()
    {
        MoveOutcome[] heard = [new(Outing, MoveState.Moved)];

        Given([.. WithPlan, Planned])
            .When<Campaign, CampaignEvent>(campaign => CampaignDecider.RecordMoves(campaign, Week, heard))
            .Then(new MoveAdvanced(Week, heard))
            .AndAgainNothing();
    }

    [Theory]
    // The wall keeps its time over the change of the clock; hours do not.
    [InlineData("2027-03-27T09:00", "P1D", "2027-03-28T09:00:00", LocalTimeRule.Exact)]
    [InlineData("2027-03-27T09:00", "PT24H", "2027-03-28T10:00:00", LocalTimeRule.Exact)]
    [InlineData("2027-03-27T01:30", "P1D", "2027-03-28T01:30:00", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2027-03-29T01:30", "-P1D", "2027-03-28T01:30:00", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2026-10-24T01:30", "P1D", "2026-10-25T01:30:00", LocalTimeRule.EarlierOfTwo)]
    [InlineData("2027-01-31T09:00", "P1M", "2027-02-28T09:00:00", LocalTimeRule.Exact)]
    [InlineData("2027-01-31T09:00", "P1W1DT90M", "2027-02-08T10:30:00", LocalTimeRule.Exact)]
    public void keeps_the_wall(string from, string span, string to, LocalTimeRule rule)
    {
        var moved = Shift.Parse(span).Shift!.After(LocalTime.Plan(from, "Europe/Lisbon").Plan!);

        Assert.Equal((to, rule, "Europe/Lisbon"), (moved.Local, moved.Rule, moved.Zone));
    }

    [Fact]
    public void by_days_and_back_ends_where_it_began() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[0, 200], Gen.Int[0, 1439])
            .Sample(
                (days, day, minute) =>
                {
                    var from = LocalTime
                        .Plan(Nine.Date.AddDays(day).AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm"), "Europe/Lisbon")
                        .Plan!;

                    var there = Shift.Parse($"P{days}D").Shift!.After(from);

                    Assert.Equal(from, Shift.Parse($"-P{days}D").Shift!.After(there));
                    Assert.Equal(from.Local[11..], there.Local[11..]);
                },
                iter: 300
            );

    [Fact]
    public void moves_a_publication_only_from_where_it_was()
    {
        ReschedulePublication ask = new(Wall(Ten.AddDays(7)), From: Nine);

        Given(Waiting)
            .When<Publication, PublicationEvent>(state => PublicationDecider.Reschedule(state, ask, Nine.AddHours(-1)))
            .Then(new PublicationEvent.Rescheduled(Plan(Ten.AddDays(7)), Ten.AddDays(8)))
            .AndAgainNothing();
        Given([.. Waiting, new PublicationEvent.Rescheduled(Plan(Ten), Ten.AddDays(1))])
            .When<Publication, PublicationEvent>(state => PublicationDecider.Reschedule(state, ask, Nine.AddHours(-1)))
            .ThenRefused("publication.moved_meanwhile", "publicationId");
    }

    [Fact]
    public void frees_the_slot_of_the_week_that_a_publication_had()
    {
        var moved = After<Publication, PublicationEvent>(
            ScheduledFor(Nine) with
            {
                InWeeklySlot = true,
            },
            new PublicationEvent.Rescheduled(Plan(Ten.AddDays(7)), Ten.AddDays(8))
        );

        Assert.Equal(new PublicationStep.FreeWeeklySlot(Club), PublicationFlow.Next(moved, Pace, Nine.AddHours(-1)));
        var freed = PublicationDecider.FreeWeeklySlot(moved).Aggregate(moved, Publication.Evolve);
        Assert.IsType<PublicationStep.Wait>(PublicationFlow.Next(freed, Pace, Nine.AddHours(-1)));
    }

    [Fact]
    public void gives_the_slot_of_the_week_back_with_the_end_of_a_publication()
    {
        var ended = After<Publication, PublicationEvent>(
            ScheduledFor(Nine) with
            {
                InWeeklySlot = true,
            },
            new PublicationEvent.Withdrawn("Changed our minds.")
        );

        Assert.Equal(new PublicationStep.ReleaseSlot(Club), PublicationFlow.Next(ended, Pace, Nine));
    }

    private static PublicationMove OnlyMove(string span, PublicationStanding standing)
    {
        var decision = Move(span, standing)(After<Campaign, CampaignEvent>(WithPlan));
        return Assert.Single(Assert.IsType<MovePlanned>(Assert.Single(decision)).Moves);
    }

    private static Func<Campaign, Decision<CampaignEvent>> Move(string span, PublicationStanding standing) =>
        campaign =>
            CampaignDecider.PlanMove(
                campaign,
                new(span),
                Week,
                new Dictionary<PublicationId, PublicationStanding> { [Outing] = standing },
                Ben,
                Nine
            );
}
