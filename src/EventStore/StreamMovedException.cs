namespace Campaigns.EventStore;

/// <summary>The stream was not at the expected version: someone else appended first. Nothing was written.</summary>
public sealed class StreamMovedException(StreamName stream, long expectedVersion, long actualVersion)
    : Exception($"{stream} is at version {actualVersion}, not {expectedVersion}.")
{
    /// <summary>The stream.</summary>
    public StreamName Stream { get; } = stream;

    /// <summary>The version the writer had decided on.</summary>
    public long ExpectedVersion { get; } = expectedVersion;

    /// <summary>The version the stream is at.</summary>
    public long ActualVersion { get; } = actualVersion;
}
