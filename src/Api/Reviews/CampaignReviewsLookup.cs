using Campaigns.Api.Auth;
using Campaigns.Api.Reading;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using GraphQL.DataLoader;

namespace Campaigns.Api.Reviews;

/// <summary>Invitations and comments, from the log itself: however many posts of a campaign are asked about, it is one question.</summary>
public sealed class CampaignReviewsLookup
{
    private const int CampaignsAtOnce = 4;

    private readonly Batch<Guid, CampaignReviews?> reviews;

    /// <summary>One a request.</summary>
    public CampaignReviewsLookup(Caller caller, IGrainFactory grains) =>
        reviews = new(
            async (ids, ct) =>
            {
                var grain = grains.Reviews(caller.Require(Permission.View).Tenant);
                var found = new Dictionary<Guid, CampaignReviews?>();
                foreach (var some in ids.Chunk(CampaignsAtOnce))
                foreach (var (id, read) in some.Zip(await Task.WhenAll(some.Select(id => grain.Of(new CampaignId(id), ct)))))
                    found[id] = read;
                return id => found[id];
            }
        );

    internal IDataLoaderResult<IReadOnlyList<InviteView>> InvitesOf(Guid campaign) =>
        reviews
            .Load(campaign)
            .Then(read => (IReadOnlyList<InviteView>)[.. (read?.Invites ?? []).Select(invite => new InviteView(new(campaign), invite))]);

    internal IDataLoaderResult<IReadOnlyList<CommentView>> CommentsOn(Guid campaign, Guid post) =>
        reviews
            .Load(campaign)
            .Then(read =>
                (IReadOnlyList<CommentView>)[.. (read?.Comments ?? []).Where(comment => comment.Item.Uuid == post).Select(CommentView.Of)]
            );
}
