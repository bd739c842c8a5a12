using Campaigns.Domain.Publications;
using CsCheck;
using NodaTime;
using LocalTime = Campaigns.Domain.Publications.LocalTime;

namespace Campaigns.Domain.Tests.Publications;

public sealed class A_local_time
{
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    [Theory]
    // Lisbon, spring and autumn
    [InlineData("2027-03-28T00:59", "Europe/Lisbon", "2027-03-28T00:59:00Z", LocalTimeRule.Exact)]
    [InlineData("2027-03-28T01:00", "Europe/Lisbon", "2027-03-28T01:00:00Z", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2027-03-28T01:59:59", "Europe/Lisbon", "2027-03-28T01:59:59Z", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2027-03-28T02:00", "Europe/Lisbon", "2027-03-28T01:00:00Z", LocalTimeRule.Exact)]
    [InlineData("2026-10-25T01:30", "Europe/Lisbon", "2026-10-25T00:30:00Z", LocalTimeRule.EarlierOfTwo)]
    [InlineData("2026-10-25T02:00", "Europe/Lisbon", "2026-10-25T02:00:00Z", LocalTimeRule.Exact)]
    // Lord Howe jumps by half an hour
    [InlineData("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2027-04-04T01:45", "Australia/Lord_Howe", "2027-04-03T14:45:00Z", LocalTimeRule.EarlierOfTwo)]
    // São Paulo: midnight did not exist on the first day of summer; today it always does
    [InlineData("2018-11-04T00:30", "America/Sao_Paulo", "2018-11-04T03:30:00Z", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2018-02-17T23:30", "America/Sao_Paulo", "2018-02-18T01:30:00Z", LocalTimeRule.EarlierOfTwo)]
    [InlineData("2026-11-24T00:30", "America/Sao_Paulo", "2026-11-24T03:30:00Z", LocalTimeRule.Exact)]
    // odd offsets, and the day that Samoa left out
    [InlineData("2026-11-24T09:00", "Asia/Kathmandu", "2026-11-24T03:15:00Z", LocalTimeRule.Exact)]
    [InlineData("2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00Z", LocalTimeRule.MovedForwardOverGap)]
    [InlineData("2026-11-24T09:00", "Asia/Calcutta", "2026-11-24T03:30:00Z", LocalTimeRule.Exact)]
    public void means_an_instant(string local, string zone, string instant, LocalTimeRule rule)
    {
        var (plan, refusal) = LocalTime.Plan(local, zone);

        Assert.Null(refusal);
        Assert.Equal((DateTimeOffset.Parse(instant), TimeSpan.Zero, rule, zone), (plan!.DueAt, plan.DueAt.Offset, plan.Rule, plan.Zone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("2026-11-24")]
    [InlineData("09:00")]
    [InlineData("2026-11-24 09:00")]
    [InlineData("2026-11-24T09:00Z")]
    [InlineData("2026-11-24T09:00+01:00")]
    [InlineData("2026-11-24T25:00")]
    [InlineData("2026-02-30T09:00")]
    [InlineData("2026-13-01T09:00")]
    [InlineData("24.11.2026 09:00")]
    [InlineData("-2026-11-24T09:00")]
    [InlineData("0000-01-01T00:00")]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("２０２６-11-24T09:00")]
    [InlineData("2026-11-24T09:00\0+09:00")]
    public void is_refused_when_it_is_none(string local)
    {
        var (plan, refusal) = LocalTime.Plan(local, "America/New_York");

        Assert.Null(plan);
        Assert.Equal(("time.malformed", "at"), (refusal!.Code, refusal.Field));
    }

    [Theory]
    [InlineData("Lisbon")]
    [InlineData("europe/lisbon")]
    [InlineData("")]
    [InlineData("UTC+05:00")]
    [InlineData("GMT+25")]
    [InlineData("Europe/Lisbon ")]
    public void is_refused_in_a_zone_that_nobody_knows(string zone)
    {
        Assert.False(LocalTime.IsKnownZone(zone));
        Assert.Equal(("time.unknown_zone", "zone"), (LocalTime.Plan("2026-11-24T09:00", zone).Refusal!.Code, "zone"));
    }

    [Fact]
    public void says_back_a_long_mistake_in_short() =>
        Assert.True(LocalTime.Plan("2026-11-24T09:00", new string('x', 10_000)).Refusal!.Message.Length < 200);

    [Fact]
    public void of_now_is_what_the_wall_shows()
    {
        var now = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(
            new PlannedTime("2026-11-24T14:45:00", "Asia/Kathmandu", Nine, LocalTimeRule.Exact),
            LocalTime.Now(now, "Asia/Kathmandu")
        );
    }

    [Fact]
    public void shows_again_on_the_wall_unless_the_clock_jumped_over_it() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(n => Zones[n]), Gen.Int[0, 40 * 366 * 24 * 60])
            .Sample(
                (zone, minute) =>
                {
                    var said = new LocalDateTime(2000, 1, 1, 0, 0).PlusMinutes(minute);
                    var plan = LocalTime.Plan(said.ToString("uuuu'-'MM'-'dd'T'HH':'mm", null), zone).Plan!;
                    var shown = Instant.FromDateTimeOffset(plan.DueAt).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
                    return plan.Rule is LocalTimeRule.MovedForwardOverGap ? shown > said : shown == said;
                },
                iter: 5000
            );
}
