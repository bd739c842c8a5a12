using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;

namespace Campaigns.Grains.Campaigns;

/// <summary>What concerns reviewers from outside.</summary>
internal sealed partial class CampaignGrain
{
    public Task<Outcome> InviteReviewer(InviteReviewer ask, CommandContext by) =>
        Handle(ask, by, campaign => ReviewDecider.Invite(campaign, ask, Now));

    public Task<Outcome> RevokeInvite(RevokeInvite ask, CommandContext by) =>
        Handle(ask, by, campaign => ReviewDecider.Revoke(campaign, ask));

    public Task<Outcome> Comment(CommentOnItem ask, CommandContext by) =>
        Handle(ask, by, campaign => ReviewDecider.Comment(campaign, ask, by.Actor));

    public Task<Outcome> ReviewerComment(InviteId invite, CommentOnItem ask, CommandContext by) =>
        Handle(ask, by, campaign => ReviewDecider.Comment(campaign, invite, ask, Now));

    public Task<Outcome> ReviewerApprove(InviteId invite, ApproveItem ask, CommandContext by) =>
        Handle(ask, by, campaign => ReviewDecider.Approve(campaign, invite, ask, Now));

    public Task<Outcome> ReviewerRequestChanges(InviteId invite, RequestChanges ask, CommandContext by) =>
        Editing(
            ask.Item,
            "An outside reviewer asked for changes to the post.",
            ask,
            by,
            campaign => ReviewDecider.RequestChanges(campaign, invite, ask, Now)
        );
}
