using System.Text.Json;
using Campaigns.Domain;
using Campaigns.EventStore.Serialization;

namespace Campaigns.Harness;

/// <summary>Given what happened, when something is decided, then this happens. Events are compared as they are stored.</summary>
public static class Spec
{
    /// <summary>What happened before, oldest first.</summary>
    public static History Given(params IEnumerable<DomainEvent> happened) => new([.. happened]);

    /// <summary>The state that these events lead to.</summary>
    /// <typeparam name="TState">The aggregate's state.</typeparam>
    /// <typeparam name="TEvent">The aggregate's events.</typeparam>
    public static TState After<TState, TEvent>(params IEnumerable<TEvent> happened)
        where TState : IFold<TState, TEvent>
        where TEvent : DomainEvent => happened.Aggregate(TState.Initial, TState.Evolve);

    /// <summary>An event as it is stored, for comparing and for showing.</summary>
    public static string Shown(DomainEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return $"{EventCatalogue.NameOf(happened.GetType())} {JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options)}";
    }
}

/// <summary>What happened before a decision.</summary>
public sealed class History(IReadOnlyList<DomainEvent> happened)
{
    /// <summary>What is decided.</summary>
    /// <typeparam name="TState">The aggregate's state.</typeparam>
    /// <typeparam name="TEvent">The aggregate's events.</typeparam>
    public Decided<TState, TEvent> When<TState, TEvent>(Func<TState, Decision<TEvent>> decide)
        where TState : IFold<TState, TEvent>
        where TEvent : DomainEvent
    {
        ArgumentNullException.ThrowIfNull(decide);
        return new(happened.Cast<TEvent>().Aggregate(TState.Initial, TState.Evolve), decide);
    }
}

/// <summary>A decision, to be compared with what was expected.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
/// <typeparam name="TEvent">The aggregate's events.</typeparam>
public sealed class Decided<TState, TEvent>(TState state, Func<TState, Decision<TEvent>> decide)
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    private readonly Decision<TEvent> decision = decide(state);

    /// <summary>Just these events.</summary>
    public Repeated<TState, TEvent> Then(params IEnumerable<TEvent> expected)
    {
        var wanted = string.Join('\n', expected.Select(Spec.Shown));
        if (decision.Refusal is not null || Happened != wanted)
            throw new SpecificationException($"Expected:\n{wanted}\nbut it was:\n{Outcome}");
        return new(decision.Aggregate(state, TState.Evolve), decide);
    }

    /// <summary>One event that keeps a condition.</summary>
    /// <typeparam name="TExpected">The event.</typeparam>
    public Repeated<TState, TEvent> Then<TExpected>(Func<TExpected, bool> such)
        where TExpected : TEvent
    {
        ArgumentNullException.ThrowIfNull(such);
        if (decision.Events is not [TExpected only] || !such(only))
            throw new SpecificationException($"Expected one {typeof(TExpected).Name} such as described, but it was:\n{Outcome}");
        return new(decision.Aggregate(state, TState.Evolve), decide);
    }

    /// <summary>Accepted, and nothing happens.</summary>
    public void ThenNothing()
    {
        if (decision.Refusal is not null || decision.Events.Count > 0)
            throw new SpecificationException($"Expected nothing, but it was:\n{Outcome}");
    }

    /// <summary>Refused with a code, about a field of the input or (null) about the state.</summary>
    public void ThenRefused(string code, string? field = null)
    {
        if (decision.Refusal is not { } refusal || refusal.Code != code || refusal.Field != field)
            throw new SpecificationException($"Expected refusal {code} about {field ?? "the state"}, but it was:\n{Outcome}");
        if (decision.Events.Count > 0 || string.IsNullOrWhiteSpace(refusal.Message))
            throw new SpecificationException("A refusal changes nothing, and says why.");
    }

    private string Happened => string.Join('\n', decision.Select(Spec.Shown));

    private string Outcome =>
        decision.Refusal is { } refusal ? $"refused: {refusal.Code} about {refusal.Field ?? "the state"}: {refusal.Message}"
        : decision.Events.Count == 0 ? "nothing"
        : Happened;
}

/// <summary>The same asked once more, of the state that the first answer led to.</summary>
/// <typeparam name="TState">The aggregate's state.</typeparam>
/// <typeparam name="TEvent">The aggregate's events.</typeparam>
public sealed class Repeated<TState, TEvent>(TState state, Func<TState, Decision<TEvent>> decide)
    where TState : IFold<TState, TEvent>
    where TEvent : DomainEvent
{
    /// <summary>The state after the decision.</summary>
    public TState State { get; } = state;

    /// <summary>Asking again changes nothing.</summary>
    public void AndAgainNothing() => new Decided<TState, TEvent>(State, decide).ThenNothing();

    /// <summary>Asking again is refused.</summary>
    public void AndAgainRefused(string code, string? field = null) => new Decided<TState, TEvent>(State, decide).ThenRefused(code, field);
}

/// <summary>A specification that does not hold.</summary>
public sealed class SpecificationException : Exception
{
    /// <summary>Without words.</summary>
    public SpecificationException() { }

    /// <summary>What was expected, and what it was.</summary>
    public SpecificationException(string message)
        : base(message) { }

    /// <summary>With what caused it.</summary>
    public SpecificationException(string message, Exception cause)
        : base(message, cause) { }
}
