using Campaigns.Domain;

namespace Campaigns.EventStore;

/// <summary>Stands in for an event whose tenant was erased: the key it was encrypted under is destroyed. Readers pass over it.</summary>
public sealed record ErasedEvent : DomainEvent;
