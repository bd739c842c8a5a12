using NodaTime;
using NodaTime.Text;
using WallClock = NodaTime.LocalTime;

namespace Campaigns.Domain.Publications;

/// <summary>Hours of each day in which nothing goes out, on the wall of the tenant's zone. They may span midnight.</summary>
/// <param name="From">When they begin, such as <c>22:00</c>.</param>
/// <param name="To">When they end, such as <c>07:00</c>: from then on posts go out again.</param>
public sealed record QuietHours(string From, string To)
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Why these are no hours; null when they are.</summary>
    public Refusal? Broken => Read(From) is { } from && Read(To) is { } to && from != to ? null : Refusal.QuietHoursMalformed;

    /// <summary>When the quiet around a moment ends; null when it is not quiet then.</summary>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="zone">IANA name of the zone whose wall is meant.</param>
    public DateTimeOffset? EndAfter(DateTimeOffset at, string zone)
    {
        if (Read(From) is not { } from || Read(To) is not { } to)
            return null;
        var tz = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? DateTimeZone.Utc;
        var local = Instant.FromDateTimeOffset(at).InZone(tz).LocalDateTime;
        var time = local.TimeOfDay;
        if (from < to ? time < from || time >= to : time < from && time >= to)
            return null;
        var ends = (time < to ? local.Date : local.Date.PlusDays(1)) + to;
        // Where the clock shows the end twice, the first that is still to come; where it jumps over it, as with due times.
        var mapping = tz.MapLocal(ends);
        var instants = mapping.Count is 0 ? [tz.AtLeniently(ends)] : new[] { mapping.First(), mapping.Last() };
        return instants.Select(end => end.ToInstant().ToDateTimeOffset()).Where(end => end > at).Cast<DateTimeOffset?>().FirstOrDefault();
    }

    private static WallClock? Read(string? text) => text is not null && Pattern.Parse(text) is { Success: true } read ? read.Value : null;
}
