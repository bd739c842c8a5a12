using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Editing_a_post
{
    [Fact]
    public void changes_what_is_named_and_leaves_the_rest() =>
        Given(WithPost)
            .When(Edit(new(First, Caption: "Fresh bread at six.")))
            .Then(new ItemTextChanged(First, Words with { Caption = "Fresh bread at six." }))
            .AndAgainNothing();

    [Fact]
    public void changes_every_part() =>
        Given(WithPost)
            .When(Edit(new(First, "Rolls.", ["rolls"], "A roll", "A roll on a plate")))
            .Then(new ItemTextChanged(First, new("Rolls.", ["rolls"], "A roll", "A roll on a plate")))
            .AndAgainNothing();

    [Fact]
    public void clears_what_need_not_be() =>
        Given(WithPost)
            .When(Edit(new(First, Hashtags: [], ImagePrompt: "", AltText: " ")))
            .Then(new ItemTextChanged(First, new(Words.Caption, [])))
            .AndAgainNothing();

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(WithPost).When(Edit(new(First, Words.Caption, ["bread", "bakery"]))).ThenNothing();

    [Fact]
    public void voids_what_was_said_and_planned_of_the_old_words()
    {
        var item = TheItem([.. WithPlan, new ItemTextChanged(First, OtherWords)]);

        Assert.Equal(Review.None, item.Review);
        Assert.Null(item.ApprovedBy);
        Assert.Empty(item.Publications);
        Assert.Equal(Picture, item.Media);
    }

    [Fact]
    public void puts_a_picture_in_and_voids_what_was_said_of_the_old_one()
    {
        var attached = Given(WithPlan).When(Attach(First)).Then(new MediaAttached(First, OtherPicture));

        attached.AndAgainNothing();
        Assert.Null(Assert.IsType<Campaign.Open>(attached.State).Find(First)!.ApprovedBy);
    }

    [Fact]
    public void takes_a_post_out() =>
        Given(WithPost).When(Remove(First)).Then(new ItemRemoved(First)).AndAgainRefused("campaign.item_not_found", "itemId");

    [Fact]
    public void is_refused_while_its_picture_is_drawn()
    {
        Given(WithDrawing).When(Edit(new(First, "Rolls."))).ThenRefused("campaign.drawing_under_way", "itemId");
        Given(WithDrawing).When(Attach(First)).ThenRefused("campaign.drawing_under_way", "itemId");
        Given(WithDrawing).When(Remove(First)).ThenRefused("campaign.drawing_under_way", "itemId");
    }

    [Fact]
    public void is_refused_for_a_post_that_is_none()
    {
        Given(WithPost).When(Edit(new(Second, "Rolls."))).ThenRefused("campaign.item_not_found", "itemId");
        Given(WithPost).When(Attach(Second)).ThenRefused("campaign.item_not_found", "itemId");
        Given(WithPost).When(Remove(Second)).ThenRefused("campaign.item_not_found", "itemId");
    }

    [Fact]
    public void is_refused_in_a_campaign_that_is_none()
    {
        Given().When(Edit(new(First, "Rolls."))).ThenRefused("campaign.not_found", "campaignId");
        Given().When(Attach(First)).ThenRefused("campaign.not_found", "campaignId");
        Given().When(Remove(First)).ThenRefused("campaign.not_found", "campaignId");
    }

    private static Func<Campaign, Decision<CampaignEvent>> Edit(EditItem ask) => campaign => CampaignDecider.EditItem(campaign, ask);

    private static Func<Campaign, Decision<CampaignEvent>> Attach(ItemId item) =>
        campaign => CampaignDecider.AttachMedia(campaign, new(item, OtherPicture));

    private static Func<Campaign, Decision<CampaignEvent>> Remove(ItemId item) =>
        campaign => CampaignDecider.RemoveItem(campaign, new(item));
}
