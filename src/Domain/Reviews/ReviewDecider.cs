using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Reviews;

/// <summary>Every choice made about invitations, and about what those who come by them may do.</summary>
public static class ReviewDecider
{
    /// <summary>Most open invitations of one campaign.</summary>
    public const int MostInvites = 50;

    /// <summary>Most invitations that one campaign ever has, those included that are over or were taken back.</summary>
    public const int MostInvitesEver = 500;

    /// <summary>Most comments of one campaign from within, and by each invitation.</summary>
    public const int MostComments = 500;

    /// <summary>The longest life of an invitation, days.</summary>
    public const int LongestDays = 90;

    /// <summary>Invites a reviewer: to these posts, as they are at this moment.</summary>
    public static Decision<CampaignEvent> Invite(Campaign state, InviteReviewer ask, DateTimeOffset now)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (TextRule.Check("name", ask.Name, 100) is { } refusal)
            return refusal;
        if (open.Invites.TryGetValue(ask.Invite, out var there))
            return IsSame(there, ask) ? [] : Refusal.InviteExists;
        if (ask.Items.Count is 0 or > CampaignDecider.MostItems || ask.Items.Distinct().Count() < ask.Items.Count)
            return Refusal.InvitedPostsMalformed(CampaignDecider.MostItems);
        if (ask.ExpiresAt <= now || ask.ExpiresAt > now.AddDays(LongestDays))
            return Refusal.ExpiryMalformed(LongestDays);
        if (open.Invites.Count >= MostInvitesEver)
            return Refusal.InvitesUsedUp(MostInvitesEver);
        if (open.Invites.Values.Count(invite => invite.IsOpen(now)) >= MostInvites)
            return Refusal.TooManyInvites(MostInvites);

        var items = ask.Items.Select(open.Find).ToList();
        if (items.Contains(null))
            return Refusal.ItemNotFound with { Field = "itemIds" };
        if (items.Exists(item => item!.Media.Count == 0))
            return Refusal.NoMedia with { Field = "itemIds" };
        return
        [
            new ReviewerInvited(
                ask.Invite,
                ask.Name,
                [.. items.Select(item => new InvitedPost(item!.Id, item.ContentHash))],
                ask.ExpiresAt
            ),
        ];
    }

    /// <summary>Takes an invitation back. Taking it back twice changes nothing.</summary>
    public static Decision<CampaignEvent> Revoke(Campaign state, RevokeInvite ask)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (!open.Invites.TryGetValue(ask.Invite, out var invite))
            return Refusal.InviteNotFound;
        return invite.IsRevoked ? [] : [new InviteRevoked(ask.Invite)];
    }

    /// <summary>Someone of the tenant says something of a post.</summary>
    public static Decision<CampaignEvent> Comment(Campaign state, CommentOnItem ask, ActorId by)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Find(ask.Item) is not { } item)
            return Refusal.ItemNotFound;
        if (TextRule.Check("text", ask.Text, 2000) is { } refusal)
            return refusal;
        if (open.Comments >= MostComments)
            return Refusal.TooManyComments(MostComments);
        return [new Commented(ask.Item, item.ContentHash, by, ask.IsInternal, ask.Text)];
    }

    /// <summary>A reviewer says something of a post.</summary>
    public static Decision<CampaignEvent> Comment(Campaign state, InviteId invite, CommentOnItem ask, DateTimeOffset now)
    {
        if (Admitted(state, invite, ask.Item, now) is not { } review)
            return Refusal.ReviewNotFound;
        if (TextRule.Check("text", ask.Text, 2000) is { } refusal)
            return refusal;
        if (review.Invite.Comments >= MostComments)
            return Refusal.TooManyComments(MostComments);
        return [new Commented(ask.Item, review.Item.ContentHash, invite.Actor, IsInternal: false, ask.Text)];
    }

    /// <summary>A reviewer approves a post: the content that the invitation named, while it still is that.</summary>
    public static Decision<CampaignEvent> Approve(Campaign state, InviteId invite, ApproveItem ask, DateTimeOffset now) =>
        Deciding(state, invite, ask.Item, ask.ContentHash, ReviewState.Approved, now) is { } no
            ? no
            : CampaignDecider.Approve(state, ask, invite.Actor, now);

    /// <summary>A reviewer asks for changes. The shell withdraws what was scheduled first.</summary>
    public static Decision<CampaignEvent> RequestChanges(Campaign state, InviteId invite, RequestChanges ask, DateTimeOffset now) =>
        Deciding(state, invite, ask.Item, hash: null, ReviewState.ChangesRequested, now) is { } no
            ? no
            : CampaignDecider.RequestChanges(state, ask, invite.Actor);

    /// <summary>Why a reviewer may not decide so; null when they may.</summary>
    private static Decision<CampaignEvent>? Deciding(
        Campaign state,
        InviteId invite,
        ItemId item,
        string? hash,
        ReviewState decision,
        DateTimeOffset now
    )
    {
        if (Admitted(state, invite, item, now) is not { } review)
            return Refusal.ReviewNotFound;
        if (review.Post.ContentHash != review.Item.ContentHash || (hash ?? review.Post.ContentHash) != review.Post.ContentHash)
            return Refusal.ContentChanged;
        return review.Post.Decision switch
        {
            null => null,
            { } earlier when earlier == decision => [],
            _ => Refusal.ReviewDecided,
        };
    }

    private static (ReviewInvite Invite, InvitedPost Post, CampaignItem Item)? Admitted(
        Campaign state,
        InviteId id,
        ItemId item,
        DateTimeOffset now
    ) =>
        state is Open open
        && open.Invites.TryGetValue(id, out var invite)
        && invite.IsOpen(now)
        && invite.Find(item) is { } post
        && open.Find(item) is { } there
            ? (invite, post, there)
            : null;

    private static bool IsSame(ReviewInvite invite, InviteReviewer ask) =>
        invite.Name == ask.Name && invite.ExpiresAt == ask.ExpiresAt && invite.Posts.Select(post => post.Item).SequenceEqual(ask.Items);
}
