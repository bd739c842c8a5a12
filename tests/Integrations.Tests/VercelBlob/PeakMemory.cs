namespace Campaigns.Integrations.Tests.VercelBlob;

/// <summary>How much more of the managed heap is in use at a time, looked at every few milliseconds.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer timer;
    private long most;

    public PeakMemory() => timer = new(_ => Look(), null, 0, 5);

    public long Grown()
    {
        Look();
        return Interlocked.Read(ref most) - before;
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        long seen;
        while ((seen = Interlocked.Read(ref most)) < now && Interlocked.CompareExchange(ref most, now, seen) != seen) { }
    }
}
