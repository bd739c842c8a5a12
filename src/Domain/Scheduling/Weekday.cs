using NodaTime;

namespace Campaigns.Domain.Scheduling;

/// <summary>A day of the week.</summary>
public enum Weekday
{
    /// <summary>Monday.</summary>
    Monday,

    /// <summary>Tuesday.</summary>
    Tuesday,

    /// <summary>Wednesday.</summary>
    Wednesday,

    /// <summary>Thursday.</summary>
    Thursday,

    /// <summary>Friday.</summary>
    Friday,

    /// <summary>Saturday.</summary>
    Saturday,

    /// <summary>Sunday.</summary>
    Sunday,
}

/// <summary>Days of the week and the calendar's own.</summary>
internal static class Weekdays
{
    /// <summary>For people, in three letters.</summary>
    public static string Short(Weekday day) => Enum.IsDefined(day) ? day.ToString()[..3] : "?";

    /// <summary>On which day of the week a date falls.</summary>
    public static Weekday Of(LocalDate date) => (Weekday)((int)date.DayOfWeek - (int)IsoDayOfWeek.Monday);
}
