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
    }
}
