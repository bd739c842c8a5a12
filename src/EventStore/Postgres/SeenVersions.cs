namespace Campaigns.EventStore.Postgres;

/// <summary>
/// The versions at which the writer itself left the streams it wrote to. An append that expects just this version cannot leave a gap, so
/// the database need not look it up. Forgetting one only costs that look.
/// </summary>
internal sealed class SeenVersions
{
    private const int Generation = 50_000;
    private Dictionary<string, long> young = new(StringComparer.Ordinal);
    private Dictionary<string, long> old = new(StringComparer.Ordinal);

    /// <summary>The version the stream has, or had before another silo appended; null when it is not known here.</summary>
    public long? Of(StreamName stream) =>
        young.TryGetValue(stream.Value, out var seen) || old.TryGetValue(stream.Value, out seen) ? seen : null;

    /// <summary>Forgets all: another server may have taken over, without the last commits of the old one.</summary>
    public void Clear()
    {
        young.Clear();
        old.Clear();
    }

    public void Remember(StreamName stream, long version)
    {
        if (young.Count >= Generation)
            (old, young) = (young, new(StringComparer.Ordinal));
        young[stream.Value] = version;
    }
}
