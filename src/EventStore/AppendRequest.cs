namespace Campaigns.EventStore;

/// <summary>What every adapter asks of an append before it looks at the log.</summary>
internal static class AppendRequest
{
    /// <exception cref="ArgumentException">It names no stream or has no events.</exception>
    public static void Check(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream.Value, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
            throw new ArgumentException("There is nothing to append.", nameof(events));
    }
}
