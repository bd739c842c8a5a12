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

    /// <summary>How far ahead slots are looked for.</summary>
    public static readonly Period Horizon = Period.FromDays(366);

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
            yield break;
        var first = Instant.FromDateTimeOffset(moment).InZone(zone).Date.PlusDays(-1); // what the clock jumps over may reach into the next day
        var last = first.Plus(Horizon);
        var waiting = new SortedDictionary<DateTimeOffset, PlannedTime>();
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            foreach (var slot in Slots.Where(slot => slot.Weekday == Weekdays.Of(day)))
            {
                var planned = LocalTime.Plan(day + TimeOfDay.Parse(slot.At).Value, zone);
                if (planned.DueAt > moment)
                    waiting.TryAdd(planned.DueAt, planned);
            }
            // Nothing of a later day comes before that day's own midnight.
            var midnight = LocalTime.Plan(day.PlusDays(1).AtMidnight(), zone).DueAt;
            while (waiting.Count > 0 && waiting.First() is var next && next.Key < midnight)
            {
                waiting.Remove(next.Key);
                yield return next.Value;
            }
        }
    }

    /// <inheritdoc />
    public bool Equals(WeeklySlots? other) => other is not null && Zone == other.Zone && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Zone, Slots.Count);
}
