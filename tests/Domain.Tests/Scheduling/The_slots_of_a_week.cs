using Campaigns.Domain.Publications;
using Campaigns.Domain.Scheduling;
using CsCheck;
using NodaTime;

namespace Campaigns.Domain.Tests.Scheduling;

public sealed class The_slots_of_a_week
{
    private static readonly Gen<WeeklySlot> AnySlot = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[0, 23],
        Gen.Int[0, 59],
        (day, hour, minute) => new WeeklySlot((Weekday)day, $"{hour:00}:{minute:00}")
    );

    // Weeks in which clocks jump forward and back, by an hour, by half of one, at midnight, and by a whole day.
    private static readonly (string Zone, DateTimeOffset Change)[] Changes =
    [
        ("Europe/Lisbon", new(2027, 3, 28, 1, 0, 0, TimeSpan.Zero)),
        ("Europe/Lisbon", new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero)),
        ("Australia/Lord_Howe", new(2026, 10, 3, 15, 30, 0, TimeSpan.Zero)),
        ("Australia/Lord_Howe", new(2027, 4, 3, 15, 0, 0, TimeSpan.Zero)),
        ("America/Sao_Paulo", new(2018, 11, 4, 3, 0, 0, TimeSpan.Zero)),
        ("America/Sao_Paulo", new(2018, 2, 18, 2, 0, 0, TimeSpan.Zero)),
        ("Pacific/Apia", new(2011, 12, 30, 10, 0, 0, TimeSpan.Zero)),
    ];

    [Fact]
    public void are_strictly_increasing_and_unique_where_the_clock_jumps() =>
        Gen.Select(AnySlot.List[1, 12], Gen.Int[0, Changes.Length - 1].Select(n => Changes[n]), Gen.Int[-96, 96])
            .Sample(
                (slots, change, hours) =>
                {
                    var week = WeeklySlots.Of(change.Zone, [.. slots.Distinct()]).Week!;
                    var from = change.Change.AddHours(hours);

                    var times = week.After(from).Take(40).Select(time => time.DueAt).ToList();

                    Assert.Equal(40, times.Count);
                    Assert.All(times, time => Assert.True(time > from));
                    Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second, $"{pair}"));
                },
                iter: 300
            );

    [Fact]
    public void stand_on_the_wall_at_their_own_time_unless_the_clock_jumps_over_it() =>
        Gen.Select(AnySlot, Gen.Int[0, Changes.Length - 1].Select(n => Changes[n]))
            .Sample(
                (slot, change) =>
                    Assert.All(
                        WeeklySlots.Of(change.Zone, [slot]).Week!.After(change.Change.AddDays(-20)).Take(6),
                        time =>
                        {
                            var wall = Instant
                                .FromDateTimeOffset(time.DueAt)
                                .InZone(DateTimeZoneProviders.Tzdb[change.Zone])
                                .LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm:ss", null);
                            Assert.Equal(time.Rule is not LocalTimeRule.MovedForwardOverGap, wall == time.Local);
                            Assert.Equal($"{slot.At}:00", time.Local[11..]);
                        }
                    ),
                iter: 200
            );

    [Fact]
    public void that_meet_after_a_jump_are_one()
    {
        var week = WeeklySlots.Of("Europe/Lisbon", [new(Weekday.Sunday, "01:15"), new(Weekday.Sunday, "02:15")]).Week!;

        var times = week.After(new(2027, 3, 28, 0, 0, 0, TimeSpan.Zero)).Take(2).ToList();

        Assert.Equal(
            [("2027-03-28T01:15:00", LocalTimeRule.MovedForwardOverGap), ("2027-04-04T01:15:00", LocalTimeRule.Exact)],
            times.Select(time => (time.Local, time.Rule))
        );
    }

    [Fact]
    public void end_after_a_year() =>
        Assert.InRange(WeeklySlots.Of("Etc/UTC", [new(Weekday.Monday, "09:00")]).Week!.After(Nine).Count(), 52, 53);

    [Theory]
    [InlineData("9:00", "slots.malformed")]
    [InlineData("24:00", "slots.malformed")]
    [InlineData("", "slots.malformed")]
    public void are_times_of_the_day(string at, string code) =>
        Assert.Equal(code, WeeklySlots.Of("Etc/UTC", [new(Weekday.Monday, at)]).Refusal?.Code);

    [Fact]
    public void are_named_once_are_few_and_lie_in_a_zone()
    {
        WeeklySlot nine = new(Weekday.Monday, "09:00");

        Assert.Equal("slots.repeated", WeeklySlots.Of("Etc/UTC", [nine, nine]).Refusal?.Code);
        Assert.Equal("time.unknown_zone", WeeklySlots.Of("Mars/Base", [nine]).Refusal?.Code);
        Assert.Equal(
            "slots.too_many",
            WeeklySlots
                .Of("Etc/UTC", [.. Enumerable.Range(0, 71).Select(n => new WeeklySlot(Weekday.Monday, $"{n / 60:00}:{n % 60:00}"))])
                .Refusal?.Code
        );
    }
}
