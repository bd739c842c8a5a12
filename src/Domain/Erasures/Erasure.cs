using System.Text.Json.Serialization;
using static Campaigns.Domain.Erasures.ErasureEvent;

namespace Campaigns.Domain.Erasures;

/// <summary>How far the erasure of a tenant has come.</summary>
[JsonDerivedType(typeof(None), "none")]
[JsonDerivedType(typeof(Irrevocable), "irrevocable")]
[JsonDerivedType(typeof(WithoutKeys), "without_keys")]
[JsonDerivedType(typeof(Complete), "complete")]
public abstract record Erasure : IFold<Erasure, ErasureEvent>
{
    private Erasure() { } // closed: every case is below

    /// <summary>The tenant is there; it may have planned its erasure.</summary>
    public sealed record None : Erasure;

    /// <summary>There is no way back, and everything is still there.</summary>
    /// <param name="AskedBy">Who asked for it.</param>
    /// <param name="AskedAt">When, UTC.</param>
    public sealed record Irrevocable(ActorId AskedBy, DateTimeOffset AskedAt) : Erasure;

    /// <summary>The log is unreadable; what was made of it is still there.</summary>
    /// <param name="Before">Who asked, and when.</param>
    /// <param name="Keys">The keys that are destroyed.</param>
    /// <param name="UnusedFrom">From when on no process has any of them in its memory, UTC.</param>
    public sealed record WithoutKeys(Irrevocable Before, IReadOnlyList<Guid> Keys, DateTimeOffset UnusedFrom) : Erasure;

    /// <summary>Nothing is left.</summary>
    public sealed record Complete : Erasure;

    /// <inheritdoc />
    public static Erasure Initial { get; } = new None();

    /// <inheritdoc />
    public static int SnapshotVersion => 1;

    /// <inheritdoc />
    public static Erasure Evolve(Erasure state, ErasureEvent happened) =>
        (state, happened) switch
        {
            (None, Begun e) => new Irrevocable(e.AskedBy, e.AskedAt),
            (Irrevocable i, KeysDestroyed e) => new WithoutKeys(i, e.Keys, e.UnusedFrom),
            (_, Certified) => new Complete(),
            _ => state,
        };
}
