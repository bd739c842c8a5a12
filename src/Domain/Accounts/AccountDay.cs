using Campaigns.Domain.Publications;

namespace Campaigns.Domain.Accounts;

/// <summary>Finds a place in an account's day: pure arithmetic over the places that are kept.</summary>
internal static class AccountDay
{
    /// <summary>Posts that are late by more than this are caught up with at <see cref="CatchingUp"/>, so that an outage does not end in a flood.</summary>
    public static readonly TimeSpan LateBy = TimeSpan.FromMinutes(5);

    /// <summary>How far apart late posts are kept where nobody set a pace. Those that are on time keep the times that people gave them.</summary>
    public static readonly TimeSpan CatchingUp = TimeSpan.FromMinutes(1);

    /// <summary>The first moment that pace and quota allow, and which of them made it later than asked.</summary>
    public static (DateTimeOffset At, DeferralReason? Because) FirstFree(AccountQuota quota, ReserveSlot ask, TimeSpan? pace)
    {
        var others = quota.Places.Where(place => place.Publication != ask.Publication).Select(place => place.At).ToList();
        var (at, because) = (ask.From, (DeferralReason?)null);
        while (true)
        {
            // By the place that is found, not by the one that was asked for: all that a full day sends on to the next would meet there at one instant.
            var spaced = Spaced(others, at, pace ?? (at - ask.DueAt > LateBy ? CatchingUp : TimeSpan.Zero));
            var free = Free(quota.Reading, others, spaced);
            because =
                free > spaced ? DeferralReason.Quota
                : spaced > at ? DeferralReason.Pace
                : because;
            if (free == at)
                return (at, because);
            at = free;
        }
    }

    /// <summary>Away from every other place.</summary>
    private static DateTimeOffset Spaced(List<DateTimeOffset> others, DateTimeOffset at, TimeSpan spacing)
    {
        if (spacing > TimeSpan.Zero)
            foreach (var other in others) // ascending: each step away from one only meets those that follow
                if ((other - at).Duration() < spacing)
                    at = other + spacing;
        return at;
    }

    /// <summary>
    /// Where no window of a day, this place's own or that of a place after it, holds more than the platform allows. Each step leaves at least
    /// one other place behind, or what others had published, so it ends.
    /// </summary>
    private static DateTimeOffset Free(QuotaReading? reading, List<DateTimeOffset> others, DateTimeOffset at)
    {
        if (reading is not { Total: > 0 })
            return at;
        while (
            !Fits(reading, others, at)
            || others.Any(later => later > at && later < at + AccountQuota.Window && !Fits(reading, others, later))
        )
            at = NextLeaving(reading, others, at);
        return at;
    }

    /// <summary>Whether the day that ends with <paramref name="end"/> has room for one more.</summary>
    private static bool Fits(QuotaReading reading, List<DateTimeOffset> others, DateTimeOffset end)
    {
        var ours = UpTo(others, end) - UpTo(others, end - AccountQuota.Window);
        // When the others' posts went out is not known: until a day after the reading they count.
        var foreign = end < reading.At + AccountQuota.Window ? reading.Foreign : 0;
        return ours + foreign + 1 <= reading.Total;
    }

    /// <summary>How many of these, which ascend, are not after a moment.</summary>
    private static int UpTo(List<DateTimeOffset> places, DateTimeOffset moment)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places[middle] <= moment)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static DateTimeOffset NextLeaving(QuotaReading reading, List<DateTimeOffset> others, DateTimeOffset at) =>
        others
            .Append(reading.At)
            .Select(other => other + AccountQuota.Window)
            .Where(leaves => leaves > at)
            .DefaultIfEmpty(at + AccountQuota.Window)
            .Min();
}
