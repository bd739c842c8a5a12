namespace Campaigns.Grains.History;

/// <summary>A state is not folded over more events than this: it would take a silo too long.</summary>
/// <param name="most">How many it may be.</param>
[GenerateSerializer]
public sealed class TooMuchHistoryException(int most) : Exception($"More than {most} events lead to it.")
{
    /// <summary>How many it may be.</summary>
    [Id(0)]
    public int Most { get; } = most;
}
