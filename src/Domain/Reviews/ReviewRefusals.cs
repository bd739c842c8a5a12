namespace Campaigns.Domain.Reviews;

/// <summary>Every "no" about reviews from outside.</summary>
public static class ReviewRefusals
{
    extension(Refusal)
    {
        /// <summary>The invitation never was, is over, was taken back, or does not hold that post: a stranger learns no difference.</summary>
        public static Refusal ReviewNotFound => new("review.not_found", "There is no such review.");

        /// <summary>The campaign has no such invitation.</summary>
        public static Refusal InviteNotFound => new("review.invite_not_found", "The campaign has no such invitation.", "inviteId");

        /// <summary>The id is taken by another invitation.</summary>
        public static Refusal InviteExists => new("review.invite_exists", "An invitation with this id exists already.", "inviteId");

        /// <summary>An invitation to look at nothing, or at the same thing twice.</summary>
        public static Refusal InvitedPostsMalformed(int most) =>
            new("review.posts_malformed", $"Name 1 to {most} posts of the campaign, each once.", "itemIds");

        /// <summary>It would end in the past, or too late.</summary>
        public static Refusal ExpiryMalformed(int days) =>
            new("review.expiry_malformed", $"An invitation ends in the future, at most {days} days ahead.", "expiresAt");

        /// <summary>As many are open as may be.</summary>
        public static Refusal TooManyInvites(int most) =>
            new("review.too_many_invites", $"A campaign has at most {most} open invitations; take one back first.");

        /// <summary>As many were sent as a campaign may ever have.</summary>
        public static Refusal InvitesUsedUp(int most) =>
            new("review.invites_used_up", $"A campaign has at most {most} invitations in all; go on in a new campaign.");

        /// <summary>As much was said as may be.</summary>
        public static Refusal TooManyComments(int most) => new("review.too_many_comments", $"At most {most} comments can be made here.");

        /// <summary>The reviewer decided about this content already.</summary>
        public static Refusal ReviewDecided => new("review.decided", "You have decided about this content already.", "itemId");

        /// <summary>Someone from outside approved this content; an approval from within would hide that.</summary>
        public static Refusal ApprovedOutside =>
            new("campaign.approved_outside", "An outside reviewer has approved this content; that approval stands.", "itemId");

        /// <summary>The tenant wants the approval of someone from outside.</summary>
        public static Refusal NotApprovedOutside =>
            new(
                "campaign.not_approved_outside",
                "The item, as it is now, must be approved by an invited reviewer before it is scheduled.",
                "itemId"
            );

        /// <summary>A time window that is none.</summary>
        public static Refusal WindowMalformed =>
            new("campaign.window_malformed", "The window of an approval ends after it begins, and in the future.", "publishUntil");
    }
}
