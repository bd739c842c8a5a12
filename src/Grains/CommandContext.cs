using Campaigns.Domain;

namespace Campaigns.Grains;

/// <summary>What comes with every command: its id, who asks, and what it belongs to.</summary>
/// <param name="Command">The client's id for it; repeating it with the same body is safe.</param>
/// <param name="Actor">Who asks, from the verified token.</param>
/// <param name="CorrelationId">Shared by everything that one request sets in motion.</param>
/// <param name="TraceParent">W3C trace context of the request.</param>
[GenerateSerializer, Immutable]
public sealed record CommandContext(
    [property: Id(0)] CommandId Command,
    [property: Id(1)] ActorId Actor,
    [property: Id(2)] string? CorrelationId = null,
    [property: Id(3)] string? TraceParent = null
);
