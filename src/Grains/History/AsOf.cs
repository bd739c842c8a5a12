using Campaigns.Domain;

namespace Campaigns.Grains.History;

/// <summary>A state as it was: the fold of its stream's first events, and of no others.</summary>
/// <typeparam name="TState">The state.</typeparam>
/// <param name="State">As it was.</param>
/// <param name="First">The first event that led to it; null when none did.</param>
/// <param name="Last">The last event that led to it; null when none did.</param>
[GenerateSerializer, Immutable]
public sealed record AsOf<TState>(
    [property: Id(0)] TState State,
    [property: Id(1)] EventMark? First = null,
    [property: Id(2)] EventMark? Last = null
);

/// <summary>Which event, when and by whom.</summary>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="Position">Its place in the log, opaque.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="By">Who asked.</param>
[GenerateSerializer, Immutable]
public sealed record EventMark(
    [property: Id(0)] long Version,
    [property: Id(1)] string Position,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] ActorId By
);
