namespace Campaigns.Grains.EventSourcing;

/// <summary>The request that last moved a stream: what the stream then does of its own accord belongs to it.</summary>
/// <param name="CorrelationId">Shared by everything that it set in motion.</param>
/// <param name="TraceParent">Its W3C trace context.</param>
internal sealed record Origin(string? CorrelationId, string? TraceParent)
{
    /// <summary>The key under which a saga's calls to other grains carry the correlation id.</summary>
    public const string Correlation = "campaigns.correlation";
}
