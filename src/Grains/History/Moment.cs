namespace Campaigns.Grains.History;

/// <summary>Up to when the log is folded. What lies in the future is the same as now.</summary>
[GenerateSerializer, Immutable]
public abstract record Moment
{
    private Moment() { } // closed: every case is below

    /// <summary>With all that was decided until then.</summary>
    /// <param name="At">UTC.</param>
    [GenerateSerializer, Immutable]
    public sealed record Instant([property: Id(0)] DateTimeOffset At) : Moment;

    /// <summary>With all that stands in the log up to and at this position.</summary>
    /// <param name="Position">As a receipt carries it.</param>
    [GenerateSerializer, Immutable]
    public sealed record Place([property: Id(0)] string Position) : Moment;
}
