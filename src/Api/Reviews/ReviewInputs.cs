using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;

namespace Campaigns.Api.Reviews;

/// <summary>A reviewer to invite from outside, who needs no account.</summary>
/// <param name="CampaignId">To posts of which campaign.</param>
/// <param name="ItemIds">Which posts, as they are now.</param>
/// <param name="ExpiresAt">Until when the link opens anything; at most 90 days ahead.</param>
/// <param name="Name">Whom it is for; 1 to 100 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record InviteReviewerInput(
    CampaignId CampaignId,
    IReadOnlyList<ItemId> ItemIds,
    DateTimeOffset ExpiresAt,
    string Name,
    CommandId? CommandId = null
);

/// <summary>An invitation to take back.</summary>
/// <param name="CampaignId">Of which campaign.</param>
/// <param name="InviteId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RevokeInviteInput(CampaignId CampaignId, InviteId InviteId, CommandId? CommandId = null);

/// <summary>Something to say of a post.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="IsInternal">Whether outside reviewers may not see it.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CommentOnPostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string Text,
    bool IsInternal = true,
    CommandId? CommandId = null
);

/// <summary>A reviewer's approval.</summary>
/// <param name="ItemId">Of which post.</param>
/// <param name="ContentHash">The content that was looked at, as the review shows it.</param>
/// <param name="Note">Up to 2,000 characters.</param>
/// <param name="PublishFrom">It may not go out before; null: from now on.</param>
/// <param name="PublishUntil">It may not go out after; null: without an end.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReviewApproveInput(
    ItemId ItemId,
    string ContentHash,
    string? Note = null,
    DateTimeOffset? PublishFrom = null,
    DateTimeOffset? PublishUntil = null,
    CommandId? CommandId = null
);

/// <summary>Changes that a reviewer wants.</summary>
/// <param name="ItemId">To which post.</param>
/// <param name="Reason">1 to 2,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReviewRequestChangesInput(ItemId ItemId, string Reason, CommandId? CommandId = null);

/// <summary>Something that a reviewer says.</summary>
/// <param name="ItemId">Of which post.</param>
/// <param name="Text">1 to 2,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ReviewCommentInput(ItemId ItemId, string Text, CommandId? CommandId = null);
