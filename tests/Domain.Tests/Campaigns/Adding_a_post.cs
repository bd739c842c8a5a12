using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Adding_a_post
{
    [Fact]
    public void puts_it_behind_the_others()
    {
        var added = Given(WithPost).When(Add(Second, Draft)).Then(new ItemAdded(Second, Draft));

        added.AndAgainNothing();
        Assert.Equal([First, Second], Assert.IsType<Campaign.Open>(added.State).Items.Select(item => item.Id));
    }

    [Fact]
    public void is_refused_under_an_id_that_is_taken()
    {
        Given(WithPost).When(Add(First, new(Platform.Instagram, OtherWords))).ThenRefused("campaign.item_exists", "itemId");
        Given(WithPost).When(Add(First, Draft with { Platform = Platform.LinkedIn })).ThenRefused("campaign.item_exists", "itemId");
    }

    [Fact]
    public void is_refused_beyond_two_hundred() =>
        Given([Begun, .. Enumerable.Range(0, 200).Select(n => new ItemAdded(new(DerivedId.From($"{n}")), Draft))])
            .When(Add(First, Draft))
            .ThenRefused("campaign.too_many_items");

    [Fact]
    public void is_refused_to_a_campaign_that_is_none() => Given().When(Add(First, Draft)).ThenRefused("campaign.not_found", "campaignId");

    public static TheoryData<PostText, string, string> Broken { get; } =
        new()
        {
            { Words with { Caption = "" }, "input.required", "caption" },
            { Words with { Caption = new('x', 5001) }, "input.too_long", "caption" },
            { Words with { ImagePrompt = new('x', 4001) }, "input.too_long", "imagePrompt" },
            { Words with { AltText = new('x', 1001) }, "input.too_long", "altText" },
            { Words with { AltText = "a\u001bb" }, "input.malformed", "altText" },
            { Words with { Hashtags = ["#bread"] }, "campaign.hashtag_malformed", "hashtags" },
            { Words with { Hashtags = ["two words"] }, "campaign.hashtag_malformed", "hashtags" },
            { Words with { Hashtags = [""] }, "campaign.hashtag_malformed", "hashtags" },
            { Words with { Hashtags = [new('x', 101)] }, "campaign.hashtag_malformed", "hashtags" },
            { Words with { Hashtags = [.. Enumerable.Repeat("x", 61)] }, "campaign.too_many_hashtags", "hashtags" },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void names_the_field_that_breaks_a_rule(PostText text, string code, string field)
    {
        Given(Begun).When(Add(First, new(Platform.Instagram, text))).ThenRefused(code, field);
        Given(WithPost)
            .When(
                (Campaign state) => CampaignDecider.EditItem(state, new(First, text.Caption, text.Hashtags, text.ImagePrompt, text.AltText))
            )
            .ThenRefused(code, field);
    }

    [Fact]
    public void says_back_a_long_mistake_in_short()
    {
        var tag = new string('#', 59) + "😀" + new string('x', 10_000);
        var decision = CampaignDecider.AddItem(
            After<Campaign, CampaignEvent>(Begun),
            new(First, new(Platform.Instagram, Words with { Hashtags = [tag] }))
        );

        Assert.True(decision.Refusal!.Message.Length < 200);
        Assert.Null(TextRule.Check("message", decision.Refusal.Message, 200));
    }

    [Theory]
    [InlineData("São_Paulo")]
    [InlineData("パン")]
    [InlineData("रोटी")]
    [InlineData("2026")]
    public void takes_hashtags_in_any_script(string tag) =>
        Given(Begun).When(Add(First, new(Platform.Instagram, Words with { Hashtags = [tag] }))).Then<ItemAdded>(_ => true);

    private static Func<Campaign, Decision<CampaignEvent>> Add(ItemId item, DraftPost post) =>
        campaign => CampaignDecider.AddItem(campaign, new(item, post));
}
