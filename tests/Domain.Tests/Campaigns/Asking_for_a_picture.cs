using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Asking_for_a_picture
{
    [Fact]
    public void begins_a_job_once() =>
        Given(WithPost)
            .When(Ask("A basket"))
            .Then(new IllustrationRequested(Job, First, "A basket", AspectRatio.Portrait))
            .AndAgainNothing();

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void takes_the_posts_own_prompt_where_none_is_said(string? prompt) =>
        Given(WithPost).When(Ask(prompt)).Then(new IllustrationRequested(Job, First, Words.ImagePrompt!, AspectRatio.Portrait));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void is_refused_when_nothing_says_what_to_draw(string? ofThePost) =>
        Given(Begun, new ItemAdded(First, Draft with { Text = Words with { ImagePrompt = ofThePost } }))
            .When(Ask(null))
            .ThenRefused("campaign.nothing_to_draw", "prompt");

    [Fact]
    public void is_refused_with_a_speech() => Given(WithPost).When(Ask(new('x', 4001))).ThenRefused("input.too_long", "prompt");

    [Fact]
    public void is_refused_while_another_is_drawn() =>
        Given(Begun, new ItemAdded(First, Draft), new IllustrationRequested(OtherJob, First, "A loaf", default))
            .When(Ask("A basket"))
            .ThenRefused("campaign.drawing_under_way", "itemId");

    [Fact]
    public void is_refused_where_there_is_no_post()
    {
        Given(Begun).When(Ask("A basket")).ThenRefused("campaign.item_not_found", "itemId");
        Given().When(Ask("A basket")).ThenRefused("campaign.not_found", "campaignId");
    }

    [Fact]
    public void puts_it_into_the_post_and_says_who_made_it()
    {
        var drawn = Given(WithDrawing).When(Record).Then(new ItemIllustrated(Job, First, Picture, Model));

        drawn.AndAgainNothing();
        var item = Assert.IsType<Campaign.Open>(drawn.State).Find(First)!;
        Assert.Equal((Picture, Model, null), (Assert.Single(item.Media), item.MadeBy, item.Drawing));
    }

    [Fact]
    public void puts_it_behind_what_a_carousel_has()
    {
        CampaignEvent[] album = [.. WithPost, new ItemKindChanged(First, PostKind.Carousel), new MediaAttached(First, OtherPicture)];

        var item = TheItem([
            .. album,
            new IllustrationRequested(Job, First, "A loaf", default),
            new ItemIllustrated(Job, First, Picture, Model),
        ]);

        Assert.Equal([OtherPicture, Picture], item.Media);
    }

    [Fact]
    public void is_refused_for_a_reel_and_for_a_full_carousel()
    {
        Given([.. WithPost, new ItemKindChanged(First, PostKind.Reel)])
            .When((Campaign campaign) => CampaignDecider.RequestIllustration(campaign, new(First, "A loaf", default), Job))
            .ThenRefused("campaign.reel_takes_no_picture", "itemId");
        Given([
                .. WithPost,
                new ItemKindChanged(First, PostKind.Carousel),
                new MediaAttached(First, Picture, [.. Enumerable.Repeat(OtherPicture, 9)]),
            ])
            .When((Campaign campaign) => CampaignDecider.RequestIllustration(campaign, new(First, "A loaf", default), Job))
            .ThenRefused("campaign.too_many_media", "mediaKeys");
    }

    [Fact]
    public void voids_what_was_said_of_the_old_picture() =>
        Assert.Equal(
            Review.None,
            TheItem([
                .. WithApproval,
                new IllustrationRequested(Job, First, "A loaf", default),
                new ItemIllustrated(Job, First, OtherPicture, Model),
            ]).Review
        );

    [Fact]
    public void leaves_the_post_as_it_was_when_it_fails()
    {
        var failed = Given(WithDrawing).When(Fail).Then(new IllustrationFailed(Job, First, Hiccup));

        failed.AndAgainNothing();
        Assert.Null(Assert.IsType<Campaign.Open>(failed.State).Find(First)!.Drawing);
    }

    [Fact]
    public void ignores_pictures_that_nobody_waits_for()
    {
        Given(WithPost).When(Record).ThenNothing();
        Given(Begun, new WritingRequested(Job, Two)).When(Record).ThenNothing();
        Given().When(Record).ThenNothing();
        Given().When(Fail).ThenNothing();
    }

    private static Func<Campaign, Decision<CampaignEvent>> Ask(string? prompt) =>
        campaign => CampaignDecider.RequestIllustration(campaign, new(First, prompt, AspectRatio.Portrait), Job);

    private static Func<Campaign, Decision<CampaignEvent>> Record =>
        campaign => CampaignDecider.RecordIllustrated(campaign, Job, Picture, Model);

    private static Func<Campaign, Decision<CampaignEvent>> Fail => campaign => CampaignDecider.RecordFailed(campaign, Job, Hiccup);
}
