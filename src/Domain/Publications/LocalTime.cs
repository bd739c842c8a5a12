using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Campaigns.Domain.Publications;

/// <summary>
/// Turns a local time in a zone into an instant. A time that the clock jumps over is moved forward by the length of the jump; one that it
/// shows twice is the earlier one. Both are said in the plan.
/// </summary>
public static class LocalTime
{
    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    /// <summary>Whether the IANA database knows the zone.</summary>
    public static bool IsKnownZone(string? zone) => Find(zone) is not null;

    /// <summary>The plan for a local time; or why there is none.</summary>
    /// <param name="local">ISO 8601 date and time without offset, to the minute or the second.</param>
    /// <param name="zone">IANA name.</param>
    public static (PlannedTime? Plan, Refusal? Refusal) Plan(string local, string zone)
    {
        if (Find(zone) is not { } tz)
            return (null, Refusal.UnknownZone(zone, "zone"));
        if (local.Contains('\0', StringComparison.Ordinal)) // where the patterns stop reading
            return (null, Refusal.MalformedLocalTime(local));
        if (Patterns.Select(pattern => pattern.Parse(local)).FirstOrDefault(parsed => parsed.Success) is not { } parsed)
            return (null, Refusal.MalformedLocalTime(local));
        if (parsed.Value.Year is < 2 or > 9998) // no instant that a DateTimeOffset could hold, in every zone
            return (null, Refusal.MalformedLocalTime(local));

        return (Plan(parsed.Value, tz), null);
    }

    /// <summary>The plan for a local time of a zone.</summary>
    internal static PlannedTime Plan(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        var rule = mapping.Count switch
        {
            0 => LocalTimeRule.MovedForwardOverGap,
            1 => LocalTimeRule.Exact,
            _ => LocalTimeRule.EarlierOfTwo,
        };
        return new(Patterns[0].Format(local), zone.Id, Resolve(mapping).ToInstant().ToDateTimeOffset(), rule);
    }

    /// <summary>What stood on the wall when it was said.</summary>
    internal static LocalDateTime WallOf(PlannedTime when) => Patterns[0].Parse(when.Local).GetValueOrThrow();

    /// <summary>The plan that says "now", on a zone's wall.</summary>
    public static PlannedTime Now(DateTimeOffset now, string zone)
    {
        var tz = Find(zone) ?? DateTimeZone.Utc;
        var local = Instant.FromDateTimeOffset(now).InZone(tz).LocalDateTime;
        return new(Patterns[0].Format(local), tz.Id, now.ToUniversalTime(), LocalTimeRule.Exact);
    }

    // The provider also reads "UTC+05:00" and the like; those are offsets, not zones of the database.
    internal static DateTimeZone? Find(string? zone) =>
        zone is not null && TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey(zone)
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone)
            : null;

    private static readonly Func<ZoneLocalMapping, ZonedDateTime> Resolve = mapping =>
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted)(mapping);
}
