using Campaigns.Domain.Publications;
using NodaTime;
using NodaTime.Text;
using LocalTime = Campaigns.Domain.Publications.LocalTime;

namespace Campaigns.Domain.Scheduling;

/// <summary>
/// By how much something is moved. Years, months, weeks and days are counted on the wall, which keeps its time of the day over a change of the
/// clock; hours, minutes and seconds pass as on a stopwatch.
/// </summary>
public sealed class Shift
{
    private readonly Period wall;
    private readonly Duration watch;

    private Shift(Period wall, Duration watch) => (this.wall, this.watch) = (wall, watch);

    /// <summary>Reads an ISO 8601 duration, such as <c>P7D</c> or <c>-PT36H</c>; or says why it is none.</summary>
    public static (Shift? Shift, Refusal? Refusal) Parse(string? text)
    {
        var back = text is ['-', ..];
        if (!PeriodPattern.Roundtrip.Parse(back ? text![1..] : text ?? "").TryGetValue(Period.Zero, out var period))
            return (null, Refusal.SpanMalformed(text));
        period = back ? Negated(period) : period;
        var (years, months, weeks, days) = (period.Years, period.Months, period.Weeks, period.Days);
        if (Math.Abs((long)years) > 2 || Math.Abs((long)months) > 24 || Math.Abs((long)weeks) > 104 || Math.Abs((long)days) > 731)
            return (null, Refusal.SpanOutOfRange);
        if (
            Math.Abs((decimal)period.Hours) > 17544
            || Math.Abs((decimal)period.Minutes) > 1052640
            || Math.Abs((decimal)period.Seconds) > 63158400
        )
            return (null, Refusal.SpanOutOfRange);
        var watch = Duration.FromHours(period.Hours) + Duration.FromMinutes(period.Minutes) + Duration.FromSeconds(period.Seconds);
        if (period.Milliseconds != 0 || period.Ticks != 0 || period.Nanoseconds != 0)
            return (null, Refusal.SpanMalformed(text));
        var wall = new PeriodBuilder
        {
            Years = years,
            Months = months,
            Weeks = weeks,
            Days = days,
        }.Build();
        return wall.Equals(Period.Zero) && watch == Duration.Zero ? (null, Refusal.SpanOutOfRange) : (new(wall, watch), null);
    }

    /// <summary>The time that is later by this span, in the same zone.</summary>
    public PlannedTime After(PlannedTime when)
    {
        ArgumentNullException.ThrowIfNull(when);
        var zone = LocalTime.Find(when.Zone) ?? DateTimeZone.Utc;
        var moved = LocalTime.Plan(LocalTime.WallOf(when).Plus(wall), zone);
        if (watch == Duration.Zero)
            return moved;
        var later = Instant.FromDateTimeOffset(moved.DueAt).Plus(watch);
        return LocalTime.Plan(later.InZone(zone).LocalDateTime, zone);
    }

    private static Period Negated(Period period) => Period.Zero - period;
}
