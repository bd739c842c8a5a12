using System.Collections;
using System.Runtime.CompilerServices;

namespace Campaigns.Domain;

/// <summary>What a decider answers: events, no events (nothing left to do), or a refusal that changes nothing.</summary>
/// <typeparam name="TEvent">The aggregate's events.</typeparam>
[CollectionBuilder(typeof(Decision), nameof(Decision.Accept))]
public sealed class Decision<TEvent> : IEnumerable<TEvent>
    where TEvent : DomainEvent
{
    internal Decision(IReadOnlyList<TEvent> events) => Events = events;

    private Decision(Refusal refusal) => (Events, Refusal) = ([], refusal);

    /// <summary>The facts to append, in order. Empty when refused, or when there is nothing to do.</summary>
    public IReadOnlyList<TEvent> Events { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A "no" is a decision too.</summary>
    public static implicit operator Decision<TEvent>(Refusal refusal) => new(refusal);

    /// <inheritdoc />
    public IEnumerator<TEvent> GetEnumerator() => Events.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Builds decisions from collection expressions: <c>[new Scheduled(…)]</c>, or <c>[]</c> for nothing to do.</summary>
public static class Decision
{
    /// <summary>An accepted decision with these events.</summary>
    /// <typeparam name="TEvent">The aggregate's events.</typeparam>
    public static Decision<TEvent> Accept<TEvent>(ReadOnlySpan<TEvent> events)
        where TEvent : DomainEvent => new(events.ToArray());
}
