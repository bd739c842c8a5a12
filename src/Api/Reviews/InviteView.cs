using Campaigns.Api.Auth;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api.Reviews;

/// <summary>An invitation of a reviewer from outside.</summary>
[Name("ReviewInvite")]
public sealed class InviteView(CampaignId campaign, ListedInvite listed)
{
    /// <summary>Its id.</summary>
    public InviteId Id => listed.Id;

    /// <summary>Whom it is for.</summary>
    public string Name => listed.Invite.Name;

    /// <summary>Who that is in histories and reviews: `reviewer:…`.</summary>
    public string Actor => listed.Id.Actor.Value;

    /// <summary>When it was made.</summary>
    public DateTimeOffset InvitedAt => listed.InvitedAt;

    /// <summary>By whom: a user's id.</summary>
    public string InvitedBy => listed.InvitedBy.Value;

    /// <summary>Until when its link opens anything.</summary>
    public DateTimeOffset ExpiresAt => listed.Invite.ExpiresAt;

    /// <summary>Whether it was taken back.</summary>
    public bool IsRevoked => listed.Invite.IsRevoked;

    /// <summary>What may be looked at, and what was decided, in order.</summary>
    public IReadOnlyList<InvitedPostView> Posts =>
        [.. listed.Invite.Posts.Select(post => new InvitedPostView(post.Item.Uuid, post.ContentHash, post.Decision))];

    /// <summary>
    /// The token to put into a link for the reviewer, best after its `#`: whoever holds it may decide. Null to those who may not approve
    /// themselves, and when it was taken back.
    /// </summary>
    public async Task<string?> Token([FromServices] IGrainFactory grains, [FromServices] Caller caller) =>
        caller.May(Permission.Approve) && !IsRevoked
            ? await grains.Reviews(caller.Tenant).TokenOf(campaign, listed.Id, listed.Invite.ExpiresAt)
            : null;
}

/// <summary>A post that a reviewer was invited to.</summary>
/// <param name="PostId">Which.</param>
/// <param name="ContentHash">This content, and no other.</param>
/// <param name="Decision">What the reviewer decided; null when nothing yet.</param>
[Name("InvitedPost")]
public sealed record InvitedPostView(Guid PostId, string ContentHash, ReviewState? Decision);

/// <summary>What someone said of a post.</summary>
/// <param name="Text">In their words.</param>
/// <param name="By">Who: a user's id, or `reviewer:…` for someone from outside.</param>
/// <param name="ReviewerName">Whom the invitation was for by which they came; null for someone of the tenant.</param>
/// <param name="IsInternal">Whether outside reviewers may not see it.</param>
/// <param name="ContentHash">The content that was spoken of.</param>
/// <param name="At">When.</param>
[Name("Comment")]
public sealed record CommentView(string Text, string By, string? ReviewerName, bool IsInternal, string ContentHash, DateTimeOffset At)
{
    internal static CommentView Of(PostComment comment) =>
        new(comment.Text, comment.By.Value, comment.ReviewerName, comment.IsInternal, comment.ContentHash, comment.At);
}
