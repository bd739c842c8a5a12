using Campaigns.Grains.Limits;

namespace Campaigns.Grains.Tests.Limits;

public sealed class A_sliding_window
{
    private const int Limit = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Nine = Cluster.Nine;

    [Fact]
    public void never_holds_more_than_the_limit_in_any_span_of_its_length()
    {
        var random = new Random(7);
        var window = new SlidingWindow();
        var granted = new List<DateTimeOffset>();
        for (var now = Nine; now < Nine + (20 * Minute); now += TimeSpan.FromMilliseconds(random.Next(0, 9_000)))
        {
            if (window.WaitFor(Limit, Minute, now) > TimeSpan.Zero)
                continue;
            window.Add(Minute, now);
            granted.Add(now);
        }

        Assert.True(granted.Count > 80); // and it is not shut for good
        Assert.All(granted, first => Assert.InRange(granted.Count(at => at >= first && at - first < Minute), 1, Limit));
    }

    [Fact]
    public void says_how_long_to_wait_and_keeps_its_word()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var window = new SlidingWindow();
            var now = Nine + TimeSpan.FromTicks(random.NextInt64(Minute.Ticks));
            for (var i = 0; i < Limit; i++)
                window.Add(Minute, now += TimeSpan.FromMilliseconds(random.Next(0, 12_000)));
            if (window.WaitFor(Limit, Minute, now) is not { Ticks: > 0 } wait)
                continue;

            Assert.InRange(wait, TimeSpan.FromTicks(1), Minute + (Minute / 60));
            Assert.True(window.WaitFor(Limit, Minute, now + wait - TimeSpan.FromTicks(1)) > TimeSpan.Zero);
            Assert.Equal(TimeSpan.Zero, window.WaitFor(Limit, Minute, now + wait));
        }
    }

    [Fact]
    public void goes_on_when_the_clock_is_set_back()
    {
        var window = new SlidingWindow();
        for (var i = 0; i < Limit; i++)
            window.Add(Minute, Nine);

        Assert.True(window.WaitFor(Limit, Minute, Nine - (2 * Minute)) > TimeSpan.Zero);
    }

    [Fact]
    public void stays_small_however_many_requests_there_are()
    {
        var window = new SlidingWindow();
        for (var i = 0; i < 100_000; i++)
            window.Add(Minute, Nine + TimeSpan.FromMilliseconds(i));

        Assert.InRange(window.Count(Minute, Nine + TimeSpan.FromMilliseconds(100_000)), 60_000, 62_000);
        Assert.InRange(window.Slices.Count, 1, 62);
    }
}
