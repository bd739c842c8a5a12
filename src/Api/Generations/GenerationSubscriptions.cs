using Campaigns.Api.Generations;
using Campaigns.Api.Reading;
using Campaigns.Projections;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Subscription
{
    /// <summary>Whatever happens to AI jobs: calls, progress, outcomes.</summary>
    /// <param name="id">Which job; null: any of the tenant.</param>
    /// <param name="campaignId">Of which campaign; null: of any.</param>
    /// <param name="after">The `position` of the last element seen, or of a receipt: only what follows it. Null: from now on.</param>
    public static Task<IObservable<GenerationChange>> GenerationChanged(
        [FromServices] ChangeStreams streams,
        Guid? id,
        Guid? campaignId,
        string? after,
        CancellationToken ct
    ) => streams.Follow(new("generation", id, campaignId), ReadModels.Generations, after, row => new GenerationChange(row), ct);
}
