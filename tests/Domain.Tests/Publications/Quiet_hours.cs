using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Tests.Publications;

public sealed class Quiet_hours
{
    private const string Lisbon = "Europe/Lisbon";
    private static readonly QuietHours Night = new("22:00", "07:00");

    [Theory]
    [InlineData("2026-11-24T21:59:59", null)]
    [InlineData("2026-11-24T22:00:00", "2026-11-25T07:00:00")]
    [InlineData("2026-11-25T03:00:00", "2026-11-25T07:00:00")]
    [InlineData("2026-11-25T06:59:59", "2026-11-25T07:00:00")]
    [InlineData("2026-11-25T07:00:00", null)]
    public void span_midnight_and_end_in_the_morning(string at, string? end) =>
        Assert.Equal(Utc(end), Night.EndAfter(Utc(at)!.Value, Lisbon));

    [Fact]
    public void may_lie_within_a_day()
    {
        var siesta = new QuietHours("13:00", "15:30");

        Assert.Equal(Utc("2026-11-24T15:30:00"), siesta.EndAfter(Utc("2026-11-24T13:00:00")!.Value, Lisbon));
        Assert.Null(siesta.EndAfter(Utc("2026-11-24T12:59:00")!.Value, Lisbon));
    }

    [Fact]
    public void are_those_of_the_tenants_wall() =>
        Assert.Equal(Utc("2026-11-25T10:00:00"), Night.EndAfter(Utc("2026-11-25T02:00:00")!.Value, "America/Sao_Paulo"));

    [Fact]
    public void end_when_the_clock_first_shows_it_after_a_jump_and_after_an_hour_that_comes_twice()
    {
        // Lisbon, 28 March 2027: the clock jumps from 01:00 to 02:00.
        Assert.Equal(Utc("2027-03-28T01:30:00"), new QuietHours("22:00", "01:30").EndAfter(Utc("2027-03-28T00:10:00")!.Value, Lisbon));
        // Lisbon, 25 October 2026: 01:00 to 02:00 comes twice.
        var late = new QuietHours("22:00", "01:30");
        Assert.Equal(Utc("2026-10-25T00:30:00"), late.EndAfter(Utc("2026-10-25T00:10:00")!.Value, Lisbon));
        Assert.Equal(Utc("2026-10-25T01:30:00"), late.EndAfter(Utc("2026-10-25T01:10:00")!.Value, Lisbon));
    }

    [Theory]
    [InlineData("22:00", "22:00")]
    [InlineData("24:00", "07:00")]
    [InlineData("10pm", "07:00")]
    [InlineData("", "07:00")]
    public void are_two_different_times_of_the_day(string from, string to)
    {
        Assert.Equal("quiet_hours.malformed", new QuietHours(from, to).Broken?.Code);
        Assert.Null(Night.Broken);
    }

    private static DateTimeOffset? Utc(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture);
}
