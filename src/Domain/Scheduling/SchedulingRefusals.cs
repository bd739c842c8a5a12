namespace Campaigns.Domain.Scheduling;

/// <summary>Every "no" about weekly slots, series, and campaigns that are moved.</summary>
public static class SchedulingRefusals
{
    extension(Refusal)
    {
        /// <summary>More slots than a week can have.</summary>
        public static Refusal TooManySlots(int most) => new("slots.too_many", $"A week has at most {most} slots.", "slots");

        /// <summary>Not a time of the day.</summary>
        public static Refusal SlotMalformed(string? at) =>
            new("slots.malformed", $"'{Refusal.Shown(at)}' is no time of the day; write one like '09:30'.", "slots");

        /// <summary>The same slot twice.</summary>
        public static Refusal SlotTwice => new("slots.repeated", "A slot is named twice.", "slots");

        /// <summary>The account has no weekly slots.</summary>
        public static Refusal NoSlots => new("slots.none", "The account has no weekly slots; set them first.", "accountId");

        /// <summary>All are taken, as far ahead as is looked.</summary>
        public static Refusal NoFreeSlot =>
            new("slots.all_taken", "All of the account's weekly slots are taken for a year, or it keeps as many as it can.", "accountId");

        /// <summary>Not a rule by which anything could recur.</summary>
        public static Refusal RecurrenceMalformed(string rule, string field) => new("recurrence.malformed", rule, field);

        /// <summary>More often than anybody could have meant.</summary>
        public static Refusal TooManyOccurrences(int most) =>
            new("recurrence.too_many", $"A series has at most {most} occurrences; let it end sooner.", "until");

        /// <summary>The rule leads to no time at all.</summary>
        public static Refusal NoOccurrence => new("recurrence.empty", "The rule leads to no occurrence before its end.", "until");

        /// <summary>The campaign has no such series, or it ended with an edit of its post.</summary>
        public static Refusal SeriesNotFound => new("series.not_found", "The campaign has no such series.", "seriesId");

        /// <summary>The post is on its way too often.</summary>
        public static Refusal TooManyPublications(int most) =>
            new("series.too_many_publications", $"A post has at most {most} publications at a time.", "itemId");

        /// <summary>Not a span.</summary>
        public static Refusal SpanMalformed(string? span) =>
            new(
                "span.malformed",
                $"'{Refusal.Shown(span)}' is no span of time; write an ISO 8601 duration like 'P7D', '-P1W' or 'PT36H'.",
                "by"
            );

        /// <summary>Nowhere, or too far.</summary>
        public static Refusal SpanOutOfRange =>
            new("span.out_of_range", "A campaign can be moved by anything but nothing, up to two years.", "by");

        /// <summary>Somebody moved it while the campaign was being moved.</summary>
        public static Refusal MovedMeanwhile =>
            new("publication.moved_meanwhile", "The publication was moved to another time meanwhile; it stays there.", "publicationId");
    }
}
