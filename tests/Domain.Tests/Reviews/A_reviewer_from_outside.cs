using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Reviews.ReviewSample;

namespace Campaigns.Domain.Tests.Reviews;

public sealed class A_reviewer_from_outside
{
    [Fact]
    public void approves_the_content_that_the_invitation_named_once()
    {
        var approved = Given(Invited).When(Approve()).Then(new ItemApproved(First, Hash, Link.Actor, "Lovely."));

        approved.AndAgainNothing();
        Assert.Equal(Link.Actor, Assert.IsType<Campaign.Open>(approved.State).Find(First)!.ApprovedBy);
        Assert.StartsWith("reviewer:", Link.Actor.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void approves_beside_those_within() =>
        Given([.. Invited, new ItemApproved(First, Hash, Ben, null)])
            .When(Approve())
            .Then(new ItemApproved(First, Hash, Link.Actor, "Lovely."));

    [Fact]
    public void is_not_overruled_by_those_within()
    {
        Given(ApprovedOutside).When((Campaign c) => CampaignDecider.Approve(c, new(First, Hash, null), Ben, Nine)).ThenNothing();
        Given(ApprovedOutside)
            .When((Campaign c) => CampaignDecider.Approve(c, new(First, Hash, null, new(Nine, Ten)), Ben, Nine))
            .ThenRefused("campaign.approved_outside", "itemId");
    }

    [Fact]
    public void names_when_it_may_go_out()
    {
        ApprovalWindow window = new(Nine, Ten);

        Given(Invited).When(Approve(window: window)).Then(new ItemApproved(First, Hash, Link.Actor, "Lovely.", window)).AndAgainNothing();
        Given(Invited).When(Approve(window: new(Ten, Nine))).ThenRefused("campaign.window_malformed", "publishUntil");
        Given(Invited).When(Approve(window: new(null, Nine))).ThenRefused("campaign.window_malformed", "publishUntil");
    }

    [Fact]
    public void asks_for_changes_once_and_in_words()
    {
        Given(Invited).When(RequestChanges("Darker.")).Then(new ChangesRequested(First, Hash, Link.Actor, "Darker.")).AndAgainNothing();
        Given(Invited).When(RequestChanges("")).ThenRefused("input.required", "reason");
    }

    [Fact]
    public void decides_about_a_content_once()
    {
        Given(ApprovedOutside).When(RequestChanges("Darker.")).ThenRefused("review.decided", "itemId");
        Given([.. Invited, new ChangesRequested(First, Hash, Link.Actor, "Darker.")])
            .When(Approve())
            .ThenRefused("review.decided", "itemId");
    }

    [Fact]
    public void decides_about_nothing_that_changed_since()
    {
        CampaignEvent[] changed = [.. Invited, new ItemTextChanged(First, OtherWords)];

        Given(changed).When(Approve()).ThenRefused("campaign.content_changed", "contentHash");
        Given(changed).When(RequestChanges("Darker.")).ThenRefused("campaign.content_changed", "contentHash");
        Given(Invited).When(Approve(hash: "another")).ThenRefused("campaign.content_changed", "contentHash");
    }

    [Fact]
    public void says_something_that_everybody_may_read()
    {
        Given(Invited).When(Say("Nice.")).Then(new Commented(First, Hash, Link.Actor, IsInternal: false, "Nice."));
        Given(Invited).When(Say("")).ThenRefused("input.required", "text");
        Given(Invited).When(Say(new('x', 2001))).ThenRefused("input.too_long", "text");
    }

    [Fact]
    public void does_not_talk_without_end()
    {
        var said = Enumerable.Repeat(new Commented(First, Hash, Link.Actor, false, "Nice."), ReviewDecider.MostComments);

        Given([.. Invited, .. said]).When(Say("Nice.")).ThenRefused("review.too_many_comments");
    }

    public static TheoryData<string> Closed => ["none", "another", "revoked", "expired", "another post", "post taken out"];

    [Theory]
    [MemberData(nameof(Closed))]
    public void learns_nothing_of_why_a_link_opens_nothing(string why)
    {
        CampaignEvent[] happened = why switch
        {
            "none" => WithPicture,
            "another" => [.. WithPicture, TheInvitation with { Invite = OtherLink }],
            "revoked" => [.. Invited, new InviteRevoked(Link)],
            "expired" => [.. WithPicture, TheInvitation with { ExpiresAt = Nine }],
            "another post" => [.. WithPicture, TheInvitation with { Posts = [new(Second, Hash)] }],
            _ => [.. Invited, new ItemRemoved(First)],
        };

        Given(happened).When(Approve()).ThenRefused("review.not_found");
        Given(happened).When(RequestChanges("Darker.")).ThenRefused("review.not_found");
        Given(happened).When(Say("Nice.")).ThenRefused("review.not_found");
    }

    [Fact]
    public void is_whose_approval_a_tenant_may_want()
    {
        Given(WithApproval).When(Plan).ThenRefused("campaign.not_approved_outside", "itemId");
        Given(ApprovedOutside).When(Plan).Then(new PublicationPlanned(First, Outing, Club, Hash));
    }

    [Fact]
    public void reads_comments_that_those_within_make_for_everybody()
    {
        Given(WithPost)
            .When((Campaign c) => ReviewDecider.Comment(c, new(First, "Is it right?", IsInternal: true), Ben))
            .Then(new Commented(First, TheItem(WithPost).ContentHash, Ben, IsInternal: true, "Is it right?"));
        Given(WithPost)
            .When((Campaign c) => ReviewDecider.Comment(c, new(Second, "?", IsInternal: true), Ben))
            .ThenRefused("campaign.item_not_found", "itemId");
        Given([.. WithPost, .. Enumerable.Repeat(new Commented(First, Hash, Ben, true, "Hm."), ReviewDecider.MostComments)])
            .When((Campaign c) => ReviewDecider.Comment(c, new(First, "?", IsInternal: true), Ben))
            .ThenRefused("review.too_many_comments");
    }

    private static Func<Campaign, Decision<CampaignEvent>> Plan =>
        campaign => CampaignDecider.PlanPublication(campaign, new(First, Outing, Club, null), ApprovalPolicy.External, []);

    private static Func<Campaign, Decision<CampaignEvent>> Approve(string? hash = null, ApprovalWindow? window = null) =>
        campaign => ReviewDecider.Approve(campaign, Link, new(First, hash, "Lovely.", window), Nine);

    private static Func<Campaign, Decision<CampaignEvent>> RequestChanges(string reason) =>
        campaign => ReviewDecider.RequestChanges(campaign, Link, new(First, reason), Nine);

    private static Func<Campaign, Decision<CampaignEvent>> Say(string text) =>
        campaign => ReviewDecider.Comment(campaign, Link, new(First, text, IsInternal: false), Nine);
}
