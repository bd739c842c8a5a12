using Campaigns.Domain;
using Campaigns.Domain.Tenants;

namespace Campaigns.EventStore;

/// <summary>An event as the log holds it, upcast to its newest version.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name it was stored under.</param>
/// <param name="Event">The fact, or <see cref="UnreadableEvent"/> when this version of the program cannot read it.</param>
/// <param name="Metadata">What stands beside it.</param>
public sealed record RecordedEvent(
    LogPosition Position,
    StreamName Stream,
    long Version,
    Guid Id,
    string Name,
    DomainEvent Event,
    EventMetadata Metadata
)
{
    /// <summary>Whose event it is.</summary>
    public TenantId Tenant => Stream.Tenant;
}
