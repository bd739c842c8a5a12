using Campaigns.Domain.History;

namespace Campaigns.Grains.History;

/// <summary>What some events of one stream changed.</summary>
/// <param name="Told">By the events' versions. One that was asked for and is missing here could not be told.</param>
/// <param name="UntoldBecause">Why any is missing, in one sentence; null when none is.</param>
[GenerateSerializer, Immutable]
public sealed record StreamChanges(
    [property: Id(0)] IReadOnlyDictionary<long, IReadOnlyList<Change>> Told,
    [property: Id(1)] string? UntoldBecause
);
