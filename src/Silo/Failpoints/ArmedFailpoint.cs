namespace Campaigns.Silo.Failpoints;

/// <summary>Counts passings, and kills at the one that is meant.</summary>
internal sealed class ArmedFailpoint(Failpoint failpoint, Action kill)
{
    private int passings;

    public void Pass(string place)
    {
        if (place == failpoint.Place && Interlocked.Increment(ref passings) == failpoint.Passing)
            kill();
    }
}
