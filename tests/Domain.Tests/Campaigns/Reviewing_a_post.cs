using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Reviewing_a_post
{
    private static readonly Func<Campaign, Decision<CampaignEvent>>[] Every = [Request("Please."), Approve(), RequestChanges("Darker.")];

    [Fact]
    public void begins_with_asking_for_approval_of_it_as_it_is() =>
        Given(WithPicture).When(Request("Please.")).Then(new ApprovalRequested(First, Hash, "Please.")).AndAgainNothing();

    [Fact]
    public void approves_this_content_and_no_other()
    {
        var approved = Given(WithPicture).When(Approve(Hash)).Then(new ItemApproved(First, Hash, Ben, "Fine."));

        approved.AndAgainNothing();
        Assert.Equal(Ben, Assert.IsType<Campaign.Open>(approved.State).Find(First)!.ApprovedBy);
        Assert.Null(TheItem([.. WithApproval, new MediaAttached(First, OtherPicture)]).ApprovedBy);
    }

    [Fact]
    public void takes_an_approval_of_another_content_for_none() =>
        Assert.Null(TheItem([.. WithPicture, new ItemApproved(First, "an older hash", Ben, null)]).ApprovedBy);

    [Fact]
    public void approves_whatever_it_is_now_where_no_hash_is_named() =>
        Given(WithPicture).When(Approve()).Then(new ItemApproved(First, Hash, Ben, "Fine."));

    [Fact]
    public void refuses_to_approve_what_has_changed_since_it_was_looked_at() =>
        Given([.. WithPicture, new ItemTextChanged(First, OtherWords)])
            .When(Approve(Hash))
            .ThenRefused("campaign.content_changed", "contentHash");

    [Fact]
    public void asks_for_changes_and_takes_an_approval_back()
    {
        var asked = Given(WithApproval).When(RequestChanges("Darker.")).Then(new ChangesRequested(First, Hash, Ben, "Darker."));

        asked.AndAgainNothing();
        Assert.Null(Assert.IsType<Campaign.Open>(asked.State).Find(First)!.ApprovedBy);
    }

    [Fact]
    public void can_ask_for_other_changes() =>
        Given([.. WithPicture, new ChangesRequested(First, Hash, Ben, "Darker.")])
            .When(RequestChanges("Brighter."))
            .Then(new ChangesRequested(First, Hash, Ben, "Brighter."));

    [Fact]
    public void can_be_asked_for_again_after_changes_were_wanted() =>
        Given([.. WithPicture, new ChangesRequested(First, Hash, Ben, "Darker.")])
            .When(Request("Look again."))
            .Then(new ApprovalRequested(First, Hash, "Look again."));

    [Fact]
    public void is_not_asked_for_what_is_approved() => Given(WithApproval).When(Request("Please.")).ThenNothing();

    [Fact]
    public void needs_a_picture()
    {
        Given(WithPost).When(Request("Please.")).ThenRefused("campaign.no_media", "itemId");
        Given(WithPost).When(Approve()).ThenRefused("campaign.no_media", "itemId");
    }

    [Fact]
    public void keeps_notes_and_reasons_short()
    {
        Given(WithPicture).When(Request(new('x', 2001))).ThenRefused("input.too_long", "note");
        Given(WithPicture)
            .When((Campaign state) => CampaignDecider.Approve(state, new(First, null, new('x', 2001)), Ben, Nine))
            .ThenRefused("input.too_long", "note");
        Given(WithPicture).When(RequestChanges(new('x', 2001))).ThenRefused("input.too_long", "reason");
        Given(WithPicture).When(RequestChanges("")).ThenRefused("input.required", "reason");
    }

    [Fact]
    public void is_refused_while_its_picture_is_drawn() =>
        Assert.All(Every, review => Given(WithDrawing).When(review).ThenRefused("campaign.drawing_under_way", "itemId"));

    [Fact]
    public void is_refused_where_there_is_no_post()
    {
        Assert.All(Every, review => Given(Begun).When(review).ThenRefused("campaign.item_not_found", "itemId"));
        Assert.All(Every, review => Given().When(review).ThenRefused("campaign.not_found", "campaignId"));
    }

    private static Func<Campaign, Decision<CampaignEvent>> Request(string note) =>
        campaign => CampaignDecider.RequestApproval(campaign, new(First, note));

    private static Func<Campaign, Decision<CampaignEvent>> Approve(string? hash = null) =>
        campaign => CampaignDecider.Approve(campaign, new(First, hash, "Fine."), Ben, Nine);

    private static Func<Campaign, Decision<CampaignEvent>> RequestChanges(string reason) =>
        campaign => CampaignDecider.RequestChanges(campaign, new(First, reason), Ben);
}
