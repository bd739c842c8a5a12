using Campaigns.Domain.Publications;
using NodaTime;
using NodaTime.Text;
using LocalTime = Campaigns.Domain.Publications.LocalTime;

namespace Campaigns.Domain.Scheduling;

/// <summary>How often something comes again, and until when.</summary>
/// <param name="Every">Each so many days or weeks: 1 to 366.</param>
/// <param name="Unit">Days or weeks.</param>
/// <param name="Weekdays">On which days of such a week; empty: on the weekday of <paramref name="StartsOn"/>. Of weeks only.</param>
/// <param name="At">Time of the day on the wall, such as <c>09:30</c>.</param>
/// <param name="StartsOn">The first date, such as <c>2026-11-24</c>.</param>
/// <param name="Until">The last date on which it may come; null where <paramref name="Count"/> ends it.</param>
/// <param name="Count">How often; null where <paramref name="Until"/> ends it.</param>
/// <param name="Zone">IANA name; null for the tenant's own.</param>
public sealed record RecurrenceRule(
    int Every,
    RecurrenceUnit Unit,
    IReadOnlyList<Weekday> Weekdays,
    string At,
    string StartsOn,
    string? Until,
    int? Count,
    string? Zone = null
)
{
    /// <summary>For people.</summary>
    public string InWords =>
        (Every == 1 ? $"every {Unit.ToString().ToLowerInvariant()}" : $"every {Every} {Unit.ToString().ToLowerInvariant()}s")
        + (Weekdays.Count == 0 ? "" : $" on {string.Join(", ", Weekdays)}")
        + $" at {At}";

    /// <inheritdoc />
    public bool Equals(RecurrenceRule? other) =>
        other is not null
        && (Every, Unit, At, StartsOn, Until, Count, Zone)
            == (other.Every, other.Unit, other.At, other.StartsOn, other.Until, other.Count, other.Zone)
        && Weekdays.SequenceEqual(other.Weekdays);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Every, Unit, At, StartsOn, Until, Count, Zone, Weekdays.Count);
}

/// <summary>What is counted between two occurrences.</summary>
public enum RecurrenceUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, which begin on Mondays.</summary>
    Week,
}

/// <summary>Turns a rule into times on the wall of a zone. The wall keeps its time over a change of the clock; each occurrence says what was decided.</summary>
public static class Recurrence
{
    /// <summary>The most occurrences of one series.</summary>
    public const int Most = 100;

    private const int Rarest = 366;

    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>When it comes, the earliest first; or why that cannot be said.</summary>
    /// <param name="rule">How often.</param>
    /// <param name="zone">The zone meant where the rule names none.</param>
    public static (IReadOnlyList<PlannedTime>? Times, Refusal? Refusal) Plan(RecurrenceRule rule, string zone)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (LocalTime.Find(rule.Zone ?? zone) is not { } tz)
            return (null, Refusal.UnknownZone(rule.Zone ?? zone, "zone"));
        if (rule.Every is < 1 or > Rarest)
            return Malformed($"Something recurs each 1 to {Rarest} days or weeks.", "every");
        if (!TimeOfDay.Parse(rule.At).TryGetValue(default, out var at))
            return Malformed("Write the time of the day like '09:30'.", "at");
        if (DateOf(rule.StartsOn) is not { } start)
            return Malformed("Write the first date like '2026-11-24'.", "startsOn");
        if (rule.Until is null == rule.Count is null)
            return Malformed("A series ends with a date or after a count: say just one of them.", "until");
        if (rule.Until is not null && DateOf(rule.Until) is null)
            return Malformed("Write the last date like '2026-12-24'.", "until");
        if (rule.Count is < 1)
            return Malformed("A series comes at least once.", "count");
        if (rule.Unit is RecurrenceUnit.Day && rule.Weekdays.Count > 0)
            return Malformed("Days of the week go with weeks.", "weekdays");
        if (rule.Count > Most)
            return (null, Refusal.TooManyOccurrences(Most));

        // One more than there may be tells whether there are too many.
        var last = DateOf(rule.Until) ?? LocalDate.MaxIsoValue;
        var dates = Dates(rule, start).TakeWhile(date => date <= last).Take(rule.Count ?? Most + 1).ToList();
        if (dates.Count > Most)
            return (null, Refusal.TooManyOccurrences(Most));
        // Where the clock jumps over a whole day, two dates may meet in one instant: that comes once.
        return dates.Count == 0
            ? (null, Refusal.NoOccurrence)
            : ([.. dates.Select(date => LocalTime.Plan(date + at, tz)).DistinctBy(time => time.DueAt).OrderBy(time => time.DueAt)], null);
    }

    /// <summary>Enough dates to tell whether there are too many.</summary>
    private static IEnumerable<LocalDate> Dates(RecurrenceRule rule, LocalDate start)
    {
        if (rule.Unit is RecurrenceUnit.Day)
            return Enumerable.Range(0, Most + 1).Select(n => start.PlusDays(n * rule.Every));
        var weekdays = rule.Weekdays.Count == 0 ? [Scheduling.Weekdays.Of(start)] : rule.Weekdays.Distinct().Order().ToList();
        var monday = start.PlusDays(-(int)Scheduling.Weekdays.Of(start));
        // The first week may be over before it comes to any of its days.
        return Enumerable
            .Range(0, Most + 2)
            .SelectMany(n => weekdays.Select(weekday => monday.PlusWeeks(n * rule.Every).PlusDays((int)weekday)))
            .Where(day => day >= start);
    }

    // Nobody plans for other centuries, and the calendar's ends are not to be met.
    private static LocalDate? DateOf(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && date.Year is > 1999 and < 2300
            ? date
            : null;

    private static (IReadOnlyList<PlannedTime>?, Refusal?) Malformed(string rule, string field) =>
        (null, Refusal.RecurrenceMalformed(rule, field));
}
