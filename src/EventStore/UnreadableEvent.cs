using Campaigns.Domain;

namespace Campaigns.EventStore;

/// <summary>Stands in for an event that could not be read, so that one bad row does not stop everybody's reading. An aggregate refuses to load over it.</summary>
/// <param name="Reason">Why: an unknown name, or a payload that does not fit it. No content.</param>
public sealed record UnreadableEvent(string Reason) : DomainEvent;
