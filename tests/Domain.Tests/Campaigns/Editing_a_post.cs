using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
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
        Assert.Equal([Picture], item.Media);
    }

    [Fact]
    public void puts_a_picture_in_and_voids_what_was_said_of_the_old_one()
    {
        var attached = Given(WithPlan).When(Attach(First)).Then(new MediaAttached(First, OtherPicture));

        attached.AndAgainNothing();
        Assert.Null(Assert.IsType<Campaign.Open>(attached.State).Find(First)!.ApprovedBy);
    }

    [Fact]
    public void puts_files_in_in_order_and_another_order_is_another_content()
    {
        CampaignEvent[] album = [.. WithPost, new ItemKindChanged(First, PostKind.Carousel), new MediaAttached(First, Picture, [Film])];

        Given(album).When(Attach(First, Picture, Film)).ThenNothing();
        Given(album).When(Attach(First, Film, Picture)).Then(new MediaAttached(First, Film, [Picture])).AndAgainNothing();
        Assert.NotEqual(TheItem(album).ContentHash, TheItem([.. album, new MediaAttached(First, Film, [Picture])]).ContentHash);
    }

    [Fact]
    public void puts_ten_files_in_at_most()
    {
        var files = Enumerable.Range(0, 11).Select(n => Picture with { Sha256 = $"{n}" }).ToArray();

        Given(WithPost).When(Attach(First, files[..10])).Then(new MediaAttached(First, files[0], files[1..10])).AndAgainNothing();
        Given(WithPost).When(Attach(First, files)).ThenRefused("campaign.too_many_media", "mediaKeys");
    }

    [Fact]
    public void changes_the_kind_and_voids_what_was_said_of_the_old_one()
    {
        var changed = Given(WithPlan).When(Edit(new(First, Kind: PostKind.Story))).Then(new ItemKindChanged(First, PostKind.Story));

        changed.AndAgainNothing();
        var item = Assert.IsType<Campaign.Open>(changed.State).Find(First)!;
        Assert.Equal((PostKind.Story, null), (item.Kind, item.ApprovedBy));
        Assert.Empty(item.Publications);
        Assert.Equal([Picture], item.Media);
    }

    [Fact]
    public void changes_kind_and_words_at_once() =>
        Given(WithPost)
            .When(Edit(new(First, "Rolls.", Kind: PostKind.Reel)))
            .Then(new ItemKindChanged(First, PostKind.Reel), new ItemTextChanged(First, Words with { Caption = "Rolls." }))
            .AndAgainNothing();

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

    private static Func<Campaign, Decision<CampaignEvent>> Attach(ItemId item) => Attach(item, OtherPicture);

    private static Func<Campaign, Decision<CampaignEvent>> Attach(ItemId item, params MediaAsset[] files) =>
        campaign => CampaignDecider.AttachMedia(campaign, new(item, files[0], files[1..]));

    private static Func<Campaign, Decision<CampaignEvent>> Remove(ItemId item) =>
        campaign => CampaignDecider.RemoveItem(campaign, new(item));
}
