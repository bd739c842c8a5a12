namespace Campaigns.Integrations.Models;

/// <summary>When a model is left alone, and for how long.</summary>
public sealed record CircuitOptions
{
    /// <summary>So many failures in a row open the circuit.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>The first pause; each that follows without a success between is twice as long.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);
}
