using Campaigns.EventStore.Serialization;

namespace Campaigns.EventStore.Postgres;

/// <summary>An append that waits for the writer.</summary>
internal sealed class PendingAppend(StreamName stream, long expectedVersion, EncodedEvent[] events, CancellationToken caller)
{
    private readonly TaskCompletionSource<Appended> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamName Stream { get; } = stream;

    public long ExpectedVersion { get; } = expectedVersion;

    public EncodedEvent[] Events { get; } = events;

    public int Bytes { get; } = events.Sum(e => e.Data.Length + e.Metadata.Length);

    public Task<Appended> Outcome => outcome.Task;

    /// <summary>Whether the stream's version must be compared with the expected one, as the writer has not seen it there itself.</summary>
    public bool IsDoubtful { get; set; }

    /// <summary>Whether its caller left before it was sent; then it never will be.</summary>
    public bool IsAbandoned => caller.IsCancellationRequested && outcome.TrySetCanceled(caller);

    public void Acknowledge(long lastPosition) => outcome.TrySetResult(new(ExpectedVersion + Events.Length, new((ulong)lastPosition)));

    public void Fail(Exception why) => outcome.TrySetException(why);
}
