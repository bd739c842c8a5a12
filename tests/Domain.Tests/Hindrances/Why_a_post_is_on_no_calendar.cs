using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Hindrances;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain.Tests.Hindrances;

public sealed class Why_a_post_is_on_no_calendar
{
    private static readonly PostStanding Drawn = new(HasMedia: true, IsBeingDrawn: false, ReviewState.Draft, null, null, Nine);
    private static readonly ActorId Carla = Reviews.ReviewSample.Link.Actor;

    [Fact]
    public void is_that_it_has_no_picture()
    {
        Assert.Equal((HindranceCause.Media, "It has no picture or video; draw or attach one."), Why(Drawn with { HasMedia = false }));
        Assert.Equal((HindranceCause.Media, "Its picture is being drawn."), Why(Drawn with { HasMedia = false, IsBeingDrawn = true }));
    }

    [Theory]
    [InlineData(ReviewState.Draft, ApprovalPolicy.Internal, "Nobody has approved it as it is; ask for approval.")]
    [InlineData(ReviewState.Requested, ApprovalPolicy.Internal, "Its approval was asked for, and nobody has decided yet.")]
    [InlineData(ReviewState.ChangesRequested, ApprovalPolicy.Internal, "Changes to it were asked for; make them, and have it approved.")]
    [InlineData(ReviewState.Requested, ApprovalPolicy.External, "A reviewer from outside must approve it; invite one.")]
    public void is_that_nobody_who_must_has_approved_it(ReviewState review, ApprovalPolicy policy, string inWords) =>
        Assert.Equal((HindranceCause.Approval, inWords), Why(Drawn with { Review = review, ReviewedAt = Ten }, policy));

    [Fact]
    public void is_that_only_someone_within_has_approved_it() =>
        Assert.Equal(
            HindranceCause.Approval,
            Why(Drawn with { Review = ReviewState.Approved, ApprovedBy = Ben }, ApprovalPolicy.External).Cause
        );

    [Fact]
    public void is_that_nobody_scheduled_it()
    {
        Assert.Equal(HindranceCause.Slot, Why(Drawn, ApprovalPolicy.None).Cause);
        Assert.Equal(HindranceCause.Slot, Why(Drawn with { Review = ReviewState.Approved, ApprovedBy = Ben }).Cause);
        Assert.Equal(
            HindranceCause.Slot,
            Why(Drawn with { Review = ReviewState.Approved, ApprovedBy = Carla }, ApprovalPolicy.External).Cause
        );
    }

    [Fact]
    public void is_so_since_its_review_last_moved()
    {
        Assert.Equal(Nine, WhyNotYet.Of(Drawn, ApprovalPolicy.Internal).Since);
        Assert.Equal(Ten, WhyNotYet.Of(Drawn with { ReviewedAt = Ten }, ApprovalPolicy.Internal).Since);
    }

    private static (HindranceCause Cause, string InWords) Why(PostStanding post, ApprovalPolicy policy = ApprovalPolicy.Internal) =>
        WhyNotYet.Of(post, policy) is var found ? (found.Cause, found.InWords) : default;
}
