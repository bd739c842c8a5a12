using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Subscription
{
    /// <summary>Whatever happens to publications, on their way to the platform and there.</summary>
    /// <param name="id">Which publication; null: any.</param>
    /// <param name="campaignId">Of which campaign; null: of any of the tenant.</param>
    /// <param name="after">The `position` of the last element seen, or of a receipt: only what follows it. Null: from now on.</param>
    public static Task<IObservable<PublicationChange>> PublicationChanged(
        [FromServices] ChangeStreams streams,
        Guid? id,
        Guid? campaignId,
        string? after,
        CancellationToken ct
    ) => streams.Follow(new("publication", id, campaignId), ReadModels.Publications, after, row => new PublicationChange(row), ct);
}
