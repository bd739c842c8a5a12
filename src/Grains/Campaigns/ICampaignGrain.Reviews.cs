using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;

namespace Campaigns.Grains.Campaigns;

/// <summary>What concerns reviewers from outside. That a reviewer holds a genuine link was checked before.</summary>
public partial interface ICampaignGrain
{
    /// <summary>Invites a reviewer to posts as they are now.</summary>
    Task<Outcome> InviteReviewer(InviteReviewer ask, CommandContext by);

    /// <summary>Takes an invitation back.</summary>
    Task<Outcome> RevokeInvite(RevokeInvite ask, CommandContext by);

    /// <summary>Someone of the tenant says something of a post.</summary>
    Task<Outcome> Comment(CommentOnItem ask, CommandContext by);

    /// <summary>A reviewer says something of a post.</summary>
    Task<Outcome> ReviewerComment(InviteId invite, CommentOnItem ask, CommandContext by);

    /// <summary>A reviewer approves the content that the invitation named.</summary>
    Task<Outcome> ReviewerApprove(InviteId invite, ApproveItem ask, CommandContext by);

    /// <summary>A reviewer asks for changes; what was scheduled of the post is withdrawn first.</summary>
    Task<Outcome> ReviewerRequestChanges(InviteId invite, RequestChanges ask, CommandContext by);
}
