namespace Campaigns.Domain;

/// <summary>A fact that happened to one aggregate. Immutable; its stored name never changes.</summary>
public abstract record DomainEvent;

/// <summary>The name under which an event is stored, such as <c>publication.scheduled.v1</c>. A new meaning is a new version.</summary>
/// <param name="name">Aggregate, past-tense fact and version, separated by dots.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;
}
