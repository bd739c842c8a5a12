using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;

namespace Campaigns.Grains.Reviews;

/// <summary>What a campaign's events say about its reviews.</summary>
internal sealed class ReviewReading
{
    private readonly List<PostComment> comments = [];
    private readonly List<(InviteId Id, DateTimeOffset At, ActorId By)> invited = [];
    private Campaign state = Campaign.Initial;

    /// <summary>Whether there is such a campaign.</summary>
    public bool IsThere => state is Campaign.Open;

    /// <summary>For people of the tenant.</summary>
    public CampaignReviews Listed =>
        new(
            [.. invited.Select(made => new ListedInvite(made.Id, ((Campaign.Open)state).Invites[made.Id], made.At, made.By))],
            comments.ToArray()
        );

    public void Add(CampaignEvent happened, DateTimeOffset at, ActorId actor)
    {
        state = Campaign.Evolve(state, happened);
        if (happened is CampaignEvent.ReviewerInvited invitation)
            invited.Add((invitation.Invite, at, actor));
        if (happened is CampaignEvent.Commented comment)
            comments.Add(new(comment.Item, comment.ContentHash, comment.By, NameOf(comment.By), comment.IsInternal, comment.Text, at));
    }

    /// <summary>For who holds the link; null when it opens nothing.</summary>
    public ReviewSheet? SheetOf(InviteId id, DateTimeOffset now) =>
        state is Campaign.Open open && open.Invites.TryGetValue(id, out var invite) && invite.IsOpen(now)
            ? new(
                open.Name,
                id,
                invite.Name,
                invite.ExpiresAt,
                [.. invite.Posts.Select(post => Post(open, post)).OfType<ReviewSheetPost>()]
            )
            : null;

    private ReviewSheetPost? Post(Campaign.Open open, InvitedPost post) =>
        open.Find(post.Item) is { } item
            ? new(
                post.Item,
                post.ContentHash,
                item.ContentHash == post.ContentHash
                    ? new(item.Platform, item.Kind, item.Text.Composed, item.Text.AltText, item.Media.ToArray())
                    : null,
                post.Decision,
                [.. comments.Where(comment => comment.Item == post.Item && !comment.IsInternal)]
            )
            : null;

    private string? NameOf(ActorId by) =>
        InviteId.Of(by) is { } id && state is Campaign.Open open && open.Invites.TryGetValue(id, out var invite) ? invite.Name : null;
}
