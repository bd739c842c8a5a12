namespace Campaigns.Grains.Accounts;

/// <summary>When an account that the platform turned away may be tried again: after a minute, and each time after twice as long, at most an hour.</summary>
internal sealed class Probes
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private TimeSpan pause = First;
    private DateTimeOffset next;
    private DateTimeOffset turnedAwayAt;

    /// <summary>It was turned away. What worked in between, only to be turned away again, has not worked.</summary>
    public void Postpone(DateTimeOffset now)
    {
        if (now - turnedAwayAt > Longest * 2)
            pause = First;
        turnedAwayAt = now;
        next = now + pause;
    }

    /// <summary>Whether it may be tried now; then nobody else may for a while.</summary>
    public bool Take(DateTimeOffset now)
    {
        if (now < next)
            return false;
        pause = pause * 2 < Longest ? pause * 2 : Longest;
        next = now + pause;
        return true;
    }
}
