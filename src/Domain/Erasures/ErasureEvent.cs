namespace Campaigns.Domain.Erasures;

/// <summary>
/// What can happen to the erasure of a tenant. Its stream is under no tenant's key and outlives the tenant: it tells that there was one, and nothing of
/// what it wrote.
/// </summary>
public abstract record ErasureEvent : DomainEvent
{
    private ErasureEvent() { } // closed: every case is below

    /// <summary>The days of grace are over: from here on there is no way back.</summary>
    /// <param name="AskedBy">Who asked for it.</param>
    /// <param name="AskedAt">When, UTC.</param>
    [EventName("erasure.begun.v1")]
    public sealed record Begun(ActorId AskedBy, DateTimeOffset AskedAt) : ErasureEvent;

    /// <summary>The tenant's keys are destroyed.</summary>
    /// <param name="Keys">Their ids.</param>
    /// <param name="UnusedFrom">From when on no process has any of them in its memory, UTC.</param>
    [EventName("erasure.keys_destroyed.v1")]
    public sealed record KeysDestroyed(IReadOnlyList<Guid> Keys, DateTimeOffset UnusedFrom) : ErasureEvent;

    /// <summary>The certificate: everything is gone.</summary>
    /// <param name="AskedBy">Who asked for it.</param>
    /// <param name="AskedAt">When, UTC.</param>
    /// <param name="Keys">The keys that were destroyed.</param>
    /// <param name="Removed">What was deleted beside the log, and how much of it.</param>
    [EventName("erasure.certified.v1")]
    public sealed record Certified(ActorId AskedBy, DateTimeOffset AskedAt, IReadOnlyList<Guid> Keys, IReadOnlyList<Removal> Removed)
        : ErasureEvent;
}

/// <summary>What was deleted of a tenant.</summary>
/// <param name="What">The table, or <c>media</c>.</param>
/// <param name="Count">Rows, or files.</param>
public sealed record Removal(string What, long Count);
