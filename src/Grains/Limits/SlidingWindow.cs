namespace Campaigns.Grains.Limits;

/// <summary>
/// When somebody's last requests were made, in slices of a sixtieth of the window. A slice counts until all of it is out of the window: so no
/// span of the window's length ever holds more than the limit, and who was refused waits a sixtieth longer at most than they would have to.
/// </summary>
internal sealed class SlidingWindow
{
    private const int SlicesOfWindow = 60;

    /// <summary>The slices that hold requests, oldest first.</summary>
    public List<Slice> Slices { get; init; } = [];

    /// <summary>How many requests count now; those that do not any more are forgotten.</summary>
    public int Count(TimeSpan window, DateTimeOffset now)
    {
        var current = SliceAt(now, window);
        Slices.RemoveAll(slice => slice.Number < current - SlicesOfWindow);
        return Slices.Sum(slice => slice.Requests);
    }

    /// <summary>Counts one more.</summary>
    public void Add(TimeSpan window, DateTimeOffset now)
    {
        var current = SliceAt(now, window);
        if (Slices is [.., var last] && last.Number >= current) // a clock that was set back adds to the last
            Slices[^1] = last with { Requests = last.Requests + 1 };
        else
            Slices.Add(new(current, 1));
    }

    /// <summary>How long until one more is within the limit, if nothing is added meanwhile; zero: it is now.</summary>
    public TimeSpan WaitFor(int limit, TimeSpan window, DateTimeOffset now)
    {
        if (limit <= 0)
            return window; // for ever, but a client should hear something it can wait for
        var count = Count(window, now);
        var wait = TimeSpan.Zero;
        foreach (var slice in Slices)
        {
            if (count < limit)
                break;
            count -= slice.Requests;
            wait = TimeSpan.FromTicks((slice.Number + SlicesOfWindow + 1) * Length(window)) - TimeSpan.FromTicks(now.UtcTicks);
        }
        return wait;
    }

    private static long SliceAt(DateTimeOffset now, TimeSpan window) => now.UtcTicks / Length(window);

    private static long Length(TimeSpan window) => Math.Max(1, window.Ticks / SlicesOfWindow);

    /// <summary>Requests of one slice of time.</summary>
    /// <param name="Number">Which, counted from the calendar's beginning.</param>
    /// <param name="Requests">How many.</param>
    internal readonly record struct Slice(long Number, int Requests);
}
