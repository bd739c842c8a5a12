namespace Campaigns.Grains.Limits;

/// <summary>Whether a request may go on.</summary>
[GenerateSerializer, Immutable]
public abstract record RateVerdict
{
    private RateVerdict() { } // closed: every case is below

    /// <summary>It may, and is counted.</summary>
    /// <param name="Left">How many more the person could make now.</param>
    [GenerateSerializer, Immutable]
    public sealed record Granted([property: Id(0)] int Left) : RateVerdict;

    /// <summary>It may not, and is not counted.</summary>
    /// <param name="Scope">Whose limit it is.</param>
    /// <param name="Limit">How many may be made within the window.</param>
    /// <param name="Window">The window's length.</param>
    /// <param name="RetryAfter">When it would be granted, if nobody else asks meanwhile.</param>
    [GenerateSerializer, Immutable]
    public sealed record Exceeded(
        [property: Id(0)] RateScope Scope,
        [property: Id(1)] int Limit,
        [property: Id(2)] TimeSpan Window,
        [property: Id(3)] TimeSpan RetryAfter
    ) : RateVerdict;
}

/// <summary>Whose limit is meant.</summary>
public enum RateScope
{
    /// <summary>One person's.</summary>
    Person,

    /// <summary>That of all of a tenant together.</summary>
    Tenant,
}
