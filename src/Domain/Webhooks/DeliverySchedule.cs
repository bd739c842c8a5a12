namespace Campaigns.Domain.Webhooks;

/// <summary>When a message that did not arrive is sent again, and when that is given up.</summary>
public static class DeliverySchedule
{
    /// <summary>A webhook to which nothing came through for so long is disabled.</summary>
    public static readonly TimeSpan DisabledAfter = TimeSpan.FromDays(5);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(10),
    ];

    /// <summary>How often a message is sent at most: about 28 hours of trying.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>How long to wait after so many failed attempts; null: no more.</summary>
    /// <param name="failed">Failed attempts, 1 or more.</param>
    /// <param name="chance">0 to 1: spreads the pause by a fifth to either side, so that what failed together does not come back together.</param>
    /// <param name="asked">How long the other side asked us to wait; heeded up to a day.</param>
    public static TimeSpan? PauseAfter(int failed, double chance, TimeSpan? asked = null)
    {
        if (failed >= MostAttempts)
            return null;
        var pause = Pauses[failed - 1] * (0.8 + (0.4 * chance));
        var wish = asked is { } longer && longer < TimeSpan.FromDays(1) ? longer : TimeSpan.Zero;
        return wish > pause ? wish : pause;
    }
}
