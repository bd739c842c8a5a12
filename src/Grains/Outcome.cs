using Campaigns.Domain;

namespace Campaigns.Grains;

/// <summary>How a command ended.</summary>
[GenerateSerializer, Immutable]
public abstract record Outcome
{
    private Outcome() { } // closed: every case is below

    /// <summary>Its events are committed, or there was nothing to do.</summary>
    /// <param name="Version">The stream's version after it.</param>
    /// <param name="Position">The log position that readers must have reached to see it, opaque.</param>
    [GenerateSerializer, Immutable]
    public sealed record Accepted([property: Id(0)] long Version, [property: Id(1)] string Position) : Outcome;

    /// <summary>A "no"; nothing changed.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Refused([property: Id(0)] Refusal Refusal) : Outcome;

    /// <summary>
    /// The store is away or overloaded: whether the command was carried out is not known. Repeat it with the same id, and its first outcome
    /// comes back if it was.
    /// </summary>
    /// <param name="RetryAfter">How long to wait first.</param>
    [GenerateSerializer, Immutable]
    public sealed record Unavailable([property: Id(0)] TimeSpan RetryAfter) : Outcome;
}
