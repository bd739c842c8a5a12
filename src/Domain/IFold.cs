namespace Campaigns.Domain;

/// <summary>A state that is nothing but the fold of its events.</summary>
/// <typeparam name="TSelf">The state.</typeparam>
/// <typeparam name="TEvent">What can happen to it.</typeparam>
public interface IFold<TSelf, in TEvent>
    where TSelf : IFold<TSelf, TEvent>
    where TEvent : DomainEvent
{
    /// <summary>The state before anything happened.</summary>
    static abstract TSelf Initial { get; }

    /// <summary>Version of the state's shape and meaning; a snapshot taken under another one is ignored. Raise it with either.</summary>
    static abstract int SnapshotVersion { get; }

    /// <summary>The state after one more fact. Total: never throws, reads no clock, knows no rules.</summary>
    static abstract TSelf Evolve(TSelf state, TEvent happened);
}
