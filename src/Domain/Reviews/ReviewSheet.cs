using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Reviews;

/// <summary>What a reviewer from outside sees.</summary>
/// <param name="Campaign">The campaign's name.</param>
/// <param name="Invite">Which invitation it is.</param>
/// <param name="Name">Whom that is for.</param>
/// <param name="ExpiresAt">Until then, UTC.</param>
/// <param name="Posts">Its posts, in order; without those that were taken out.</param>
public sealed record ReviewSheet(
    string Campaign,
    InviteId Invite,
    string Name,
    DateTimeOffset ExpiresAt,
    IReadOnlyList<ReviewSheetPost> Posts
);

/// <summary>One post of it.</summary>
/// <param name="Item">Which.</param>
/// <param name="ContentHash">The content that the reviewer was invited to.</param>
/// <param name="Content">That content; null when the post has another by now, which the reviewer was not invited to.</param>
/// <param name="Decision">What the reviewer decided; null when nothing yet.</param>
/// <param name="Comments">What was said to everybody, in order.</param>
public sealed record ReviewSheetPost(
    ItemId Item,
    string ContentHash,
    ReviewSheetContent? Content,
    ReviewState? Decision,
    IReadOnlyList<PostComment> Comments
);

/// <summary>What goes out.</summary>
/// <param name="Platform">Where.</param>
/// <param name="Kind">How it is shown.</param>
/// <param name="Caption">With its hashtags.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
/// <param name="Media">Its pictures and videos, in order.</param>
public sealed record ReviewSheetContent(Platform Platform, PostKind Kind, string Caption, string? AltText, IReadOnlyList<MediaAsset> Media);

/// <summary>What someone said of a post.</summary>
/// <param name="Item">Which post.</param>
/// <param name="ContentHash">As it was then.</param>
/// <param name="By">Who.</param>
/// <param name="ReviewerName">Whom the invitation was for by which they came; null for someone of the tenant.</param>
/// <param name="IsInternal">Whether outside reviewers may not see it.</param>
/// <param name="Text">In their words.</param>
/// <param name="At">When, UTC.</param>
public sealed record PostComment(
    ItemId Item,
    string ContentHash,
    ActorId By,
    string? ReviewerName,
    bool IsInternal,
    string Text,
    DateTimeOffset At
);

/// <summary>What there is about a campaign's reviews, for people of its tenant.</summary>
/// <param name="Invites">Every invitation, the newest last.</param>
/// <param name="Comments">Every comment, in order.</param>
public sealed record CampaignReviews(IReadOnlyList<ListedInvite> Invites, IReadOnlyList<PostComment> Comments);

/// <summary>An invitation, with when and by whom it was made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Invite">As it stands.</param>
/// <param name="InvitedAt">When, UTC.</param>
/// <param name="InvitedBy">By whom.</param>
public sealed record ListedInvite(InviteId Id, ReviewInvite Invite, DateTimeOffset InvitedAt, ActorId InvitedBy);
