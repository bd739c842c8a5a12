namespace Campaigns.Api.Tests.Transport;

/// <summary>Waits on a condition, with a deadline.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static async Task True(Func<bool> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Deadline, "It did not come true in time.");
            await Task.Delay(20);
        }
    }

    /// <summary>Until a number above 0 has not changed for a while.</summary>
    public static async Task StandsStill(Func<int> number)
    {
        var (last, same) = (0, 0);
        await True(() =>
        {
            var now = number();
            same = now == last && now > 0 ? same + 1 : 0;
            last = now;
            return same == 25;
        });
    }
}
