using Campaigns.Api.GraphQL.Subscriptions;
using Campaigns.Api.History;
using Campaigns.Api.Reading;
using Campaigns.Projections.Campaigns;
using Campaigns.Projections.History;
using GraphQL;

namespace Campaigns.Api.Campaigns;

/// <summary>Something happened to posts of a campaign: to one, or to all that were written at once.</summary>
public sealed class PostChange(HistoryRow row) : IPlaced
{
    /// <summary>Its place in the log, opaque: give the last one seen as `after` to go on behind it.</summary>
    public string Position => Event.Position;

    /// <summary>What happened, when and by whom.</summary>
    public HistoryEntry Event { get; } = new(row);

    /// <summary>The id of their campaign.</summary>
    public Guid CampaignId => row.Aggregate!.Value;

    /// <summary>The ids of the posts.</summary>
    public IReadOnlyList<Guid> PostIds { get; } = ItemChanges.ItemsOf(row);

    /// <summary>The posts as they are now, this change included, in the order of `postIds`; null for one that was taken out.</summary>
    public async Task<IReadOnlyList<PostView?>> Posts([FromServices] Lookups lookups, CancellationToken ct) =>
        await Task.WhenAll(PostIds.Select(lookups.Post).ToList().ConvertAll(post => post.GetResultAsync(ct)));
}
