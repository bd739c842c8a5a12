using Campaigns.Domain;

namespace Campaigns.EventStore;

/// <summary>An event about to be appended.</summary>
/// <param name="Id">UUIDv7; appending the same ids again at the same place succeeds once.</param>
/// <param name="Event">The fact.</param>
/// <param name="Metadata">What stands beside it.</param>
public sealed record NewEvent(Guid Id, DomainEvent Event, EventMetadata Metadata);
