using Campaigns.Domain.Campaigns;

namespace Campaigns.Domain.Reviews;

/// <summary>Invites someone without an account to look at posts as they are now, and to decide about them.</summary>
/// <param name="Invite">The new invitation's id.</param>
/// <param name="Name">Whom it is for; 1 to 100 characters.</param>
/// <param name="Items">Which posts.</param>
/// <param name="ExpiresAt">Until then, UTC; at most 90 days ahead.</param>
public sealed record InviteReviewer(InviteId Invite, string Name, IReadOnlyList<ItemId> Items, DateTimeOffset ExpiresAt);

/// <summary>Takes an invitation back: its link opens nothing any more. What was decided by it stays.</summary>
public sealed record RevokeInvite(InviteId Invite);

/// <summary>Says something of a post.</summary>
/// <param name="Item">Which.</param>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="IsInternal">Whether outside reviewers may not see it.</param>
public sealed record CommentOnItem(ItemId Item, string Text, bool IsInternal);
