using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.History;
using Campaigns.Api.Reading;
using Campaigns.Projections.History;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api.Publications;

/// <summary>Something happened to a publication.</summary>
public sealed class PublicationChange(HistoryRow row) : IPlaced
{
    /// <summary>Its place in the log, opaque: give the last one seen as `after` to go on behind it.</summary>
    public string Position => Event.Position;

    /// <summary>What happened, when and by whom.</summary>
    public HistoryEntry Event { get; } = new(row);

    /// <summary>The publication's id.</summary>
    public Guid PublicationId => row.Aggregate!.Value;

    /// <summary>The publication as it is now, this change included.</summary>
    public IDataLoaderResult<PublicationView?> Publication([FromServices] Lookups lookups) => lookups.Publication(PublicationId);
}
