namespace Campaigns.Domain.Publications;

/// <summary>Every "no" about times and zones.</summary>
public static class TimeRefusals
{
    extension(Refusal)
    {
        /// <summary>The IANA database has no such zone.</summary>
        public static Refusal UnknownZone(string zone, string field) =>
            new("time.unknown_zone", $"'{Refusal.Shown(zone)}' is no IANA time zone; write one like 'Europe/Lisbon'.", field);

        /// <summary>Not a date and time.</summary>
        public static Refusal MalformedLocalTime(string local) =>
            new(
                "time.malformed",
                $"'{Refusal.Shown(local)}' is no local date and time; write one like '2026-11-24T09:00', without an offset: the zone says the rest.",
                "at"
            );

        /// <summary>The time has passed.</summary>
        public static Refusal DueInPast(DateTimeOffset dueAt) =>
            new("publication.due_in_past", $"The due time {dueAt:yyyy-MM-dd'T'HH:mm:ss'Z'} (UTC) has passed.", "at");

        /// <summary>The time is too far ahead to promise anything.</summary>
        public static Refusal DueTooFar(DateTimeOffset dueAt) =>
            new("publication.due_too_far", $"The due time {dueAt:yyyy-MM-dd'T'HH:mm:ss'Z'} (UTC) is more than two years ahead.", "at");

        /// <summary>No such lateness can be allowed.</summary>
        public static Refusal LatePolicyOutOfRange =>
            new("late_policy.out_of_range", "A post may be allowed to be late by 1 minute to 7 days.", "withinMinutes");

        /// <summary>No such hours.</summary>
        public static Refusal QuietHoursMalformed =>
            new("quiet_hours.malformed", "Quiet hours are two different times of the day, such as '22:00' and '07:00'.", "from");

        /// <summary>No such pace.</summary>
        public static Refusal SpacingOutOfRange =>
            new("pace.out_of_range", "Posts of an account can be kept apart by at most a day, 86,400 seconds.", "spacingSeconds");
    }
}
