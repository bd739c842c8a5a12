using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Hindrances;

/// <summary>What keeps a post back that is not on its way to any account.</summary>
public static partial class WhyNotYet
{
    /// <summary>What must be done next, before it can go out.</summary>
    /// <param name="post">Where the post stands.</param>
    /// <param name="policy">Who must approve.</param>
    public static Hindrance Of(PostStanding post, ApprovalPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (!post.HasMedia)
            return new(
                HindranceCause.Media,
                post.UpdatedAt,
                null,
                post.IsBeingDrawn ? "Its picture is being drawn." : "It has no picture or video; draw or attach one."
            );
        var since = post.ReviewedAt ?? post.UpdatedAt;
        return (policy, post.Review) switch
        {
            (not ApprovalPolicy.None, ReviewState.ChangesRequested) => new(
                HindranceCause.Approval,
                since,
                null,
                "Changes to it were asked for; make them, and have it approved."
            ),
            (ApprovalPolicy.External, _) when post.ApprovedBy is not { } by || !InviteId.IsReviewer(by) => new(
                HindranceCause.Approval,
                since,
                null,
                "A reviewer from outside must approve it; invite one."
            ),
            (ApprovalPolicy.Internal, ReviewState.Requested) => new(
                HindranceCause.Approval,
                since,
                null,
                "Its approval was asked for, and nobody has decided yet."
            ),
            (ApprovalPolicy.Internal, _) when post.ApprovedBy is null => new(
                HindranceCause.Approval,
                since,
                null,
                "Nobody has approved it as it is; ask for approval."
            ),
            _ => new(HindranceCause.Slot, since, null, "It is not scheduled."),
        };
    }
}

/// <summary>Where a post stands. Times are UTC.</summary>
/// <param name="HasMedia">Whether it has a picture or a video.</param>
/// <param name="IsBeingDrawn">Whether one is being drawn.</param>
/// <param name="Review">Where its review stands.</param>
/// <param name="ApprovedBy">Who approved it as it is; null when nobody did.</param>
/// <param name="ReviewedAt">When its review last moved; null when it never did.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
public sealed record PostStanding(
    bool HasMedia,
    bool IsBeingDrawn,
    ReviewState Review,
    ActorId? ApprovedBy,
    DateTimeOffset? ReviewedAt,
    DateTimeOffset UpdatedAt
);
