using Campaigns.Domain.Publications;
using NodaTime;
using NodaTime.Text;
using LocalTime = Campaigns.Domain.Publications.LocalTime;

namespace Campaigns.Domain.Scheduling;

/// <summary>A time of the week at which an account likes to publish.</summary>
/// <param name="Weekday">On which day.</param>
/// <param name="At">Time of the day on the wall, such as <c>09:30</c>.</param>
public sealed record WeeklySlot(Weekday Weekday, string At);

/// <summary>An account's week: at which local times it likes to publish.</summary>
/// <param name="Zone">IANA name of the zone whose wall clock is meant.</param>
/// <param name="Slots">By weekday, then by time.</param>
public sealed record WeeklySlots(string Zone, IReadOnlyList<WeeklySlot> Slots)
{
    /// <summary>The most that a week can have.</summary>
    public const int Most = 70;

    /// <summary>How many days ahead slots are looked for.</summary>
    public const int DaysAhead = 366;

    private static readonly LocalTimePattern TimeOfDay = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>No slots.</summary>
    public static WeeklySlots None { get; } = new("Etc/UTC", []);

    /// <summary>For people; null when there are none.</summary>
    public string? InWords =>
        Slots.Count == 0 ? null : $"{string.Join(", ", Slots.Select(slot => $"{Weekdays.Short(slot.Weekday)} {slot.At}"))} ({Zone})";

    /// <summary>The week that was asked for, in order; or why it is none.</summary>
    /// <param name="zone">IANA name.</param>
    /// <param name="slots">In any order.</param>
    public static (WeeklySlots? Week, Refusal? Refusal) Of(string zone, IReadOnlyList<WeeklySlot> slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (LocalTime.Find(zone) is not { } known)
            return (null, Refusal.UnknownZone(zone, "zone"));
        if (slots.Count > Most)
            return (null, Refusal.TooManySlots(Most));
        foreach (var slot in slots)
            if (!Enum.IsDefined(slot.Weekday) || !TimeOfDay.Parse(slot.At ?? "").Success)
                return (null, Refusal.SlotMalformed(slot.At));
        if (slots.Distinct().Count() != slots.Count)
            return (null, Refusal.SlotTwice);
        return (new(known.Id, [.. slots.OrderBy(slot => slot.Weekday).ThenBy(slot => slot.At, StringComparer.Ordinal)]), null);
    }

    /// <summary>
    /// The slots after a moment, each at its own instant, the earliest first, for a year. Where the clock jumps over a slot it is later by the
    /// jump; two that then meet are one.
    /// </summary>
    public IEnumerable<PlannedTime> After(DateTimeOffset moment)
    {
        if (Slots.Count == 0 || LocalTime.Find(Zone) is not { } zone)
            return [];
        var first = Instant.FromDateTimeOffset(moment).InZone(zone).Date;
        return Enumerable.Range(0, DaysAhead).SelectMany(n => Between(first.PlusDays(n), zone)).Where(slot => slot.DueAt > moment);
    }

    /// <summary>Those from a day's midnight to the next one's. What the clock jumps over may reach into it from the day before.</summary>
    private IEnumerable<PlannedTime> Between(LocalDate day, DateTimeZone zone)
    {
        var (from, to) = (Midnight(day, zone), Midnight(day.PlusDays(1), zone));
        return Of(day.PlusDays(-1), zone)
            .Concat(Of(day, zone))
            .Where(slot => slot.DueAt >= from && slot.DueAt < to)
            .OrderBy(slot => slot.DueAt)
            .DistinctBy(slot => slot.DueAt);
    }

    private IEnumerable<PlannedTime> Of(LocalDate day, DateTimeZone zone) =>
        Slots.Where(slot => slot.Weekday == Weekdays.Of(day)).Select(slot => LocalTime.Plan(day + TimeOfDay.Parse(slot.At).Value, zone));

    private static DateTimeOffset Midnight(LocalDate day, DateTimeZone zone) => LocalTime.Plan(day.AtMidnight(), zone).DueAt;

    /// <inheritdoc />
    public bool Equals(WeeklySlots? other) => other is not null && Zone == other.Zone && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone, Slots.Count);
}
