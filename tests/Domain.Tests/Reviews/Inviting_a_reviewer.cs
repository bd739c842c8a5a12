using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Reviews.ReviewSample;

namespace Campaigns.Domain.Tests.Reviews;

public sealed class Inviting_a_reviewer
{
    [Fact]
    public void binds_the_content_that_the_posts_have_now() =>
        Given(WithPicture).When(Invite("Carla", [First], Ten)).Then(TheInvitation).AndAgainNothing();

    [Fact]
    public void takes_no_id_twice() => Given(Invited).When(Invite("Carlos", [First], Ten)).ThenRefused("review.invite_exists", "inviteId");

    [Fact]
    public void needs_posts_of_the_campaign_that_have_pictures()
    {
        Given(WithPicture).When(Invite("Carla", [], Ten)).ThenRefused("review.posts_malformed", "itemIds");
        Given(WithPicture).When(Invite("Carla", [First, First], Ten)).ThenRefused("review.posts_malformed", "itemIds");
        Given(WithPicture).When(Invite("Carla", [Second], Ten)).ThenRefused("campaign.item_not_found", "itemIds");
        Given(WithPost).When(Invite("Carla", [First], Ten)).ThenRefused("campaign.no_media", "itemIds");
        Given().When(Invite("Carla", [First], Ten)).ThenRefused("campaign.not_found", "campaignId");
    }

    [Fact]
    public void names_whom_it_is_for()
    {
        Given(WithPicture).When(Invite(" ", [First], Ten)).ThenRefused("input.required", "name");
        Given(WithPicture).When(Invite(new('x', 101), [First], Ten)).ThenRefused("input.too_long", "name");
    }

    [Fact]
    public void ends_in_the_next_ninety_days()
    {
        Given(WithPicture).When(Invite("Carla", [First], Nine)).ThenRefused("review.expiry_malformed", "expiresAt");
        Given(WithPicture).When(Invite("Carla", [First], Nine.AddDays(91))).ThenRefused("review.expiry_malformed", "expiresAt");
    }

    [Fact]
    public void is_not_done_without_end()
    {
        var many = Enumerable
            .Range(0, ReviewDecider.MostInvites)
            .Select(n => new ReviewerInvited(new(new Guid(n + 1, 1, 1, new byte[8])), "Someone", [new(First, Hash)], Ten));

        Given([.. WithPicture, .. many]).When(Invite("Carla", [First], Ten)).ThenRefused("review.too_many_invites");
    }

    [Fact]
    public void is_not_done_over_and_over()
    {
        var over = Enumerable
            .Range(0, ReviewDecider.MostInvitesEver)
            .Select(n => new ReviewerInvited(new(new Guid(n + 1, 1, 1, new byte[8])), "Someone", [new(First, Hash)], Nine));

        Given([.. WithPicture, .. over]).When(Invite("Carla", [First], Ten)).ThenRefused("review.invites_used_up");
        Given([.. WithPicture, .. over.Skip(1)]).When(Invite("Carla", [First], Ten)).Then<ReviewerInvited>(_ => true);
    }

    [Fact]
    public void can_be_taken_back()
    {
        Given(Invited).When(Revoke(Link)).Then(new InviteRevoked(Link)).AndAgainNothing();
        Given(Invited).When(Revoke(OtherLink)).ThenRefused("review.invite_not_found", "inviteId");
        Given().When(Revoke(Link)).ThenRefused("campaign.not_found", "campaignId");
    }

    private static Func<Campaign, Decision<CampaignEvent>> Invite(string name, ItemId[] items, DateTimeOffset until) =>
        campaign => ReviewDecider.Invite(campaign, new(Link, name, items, until), Nine);

    private static Func<Campaign, Decision<CampaignEvent>> Revoke(InviteId invite) =>
        campaign => ReviewDecider.Revoke(campaign, new(invite));
}
