using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Generations;

public sealed class A_campaign_run
{
    /// <summary>An order of everything there is.</summary>
    public static WritingOrder Everything { get; } =
        new([new(Platform.Instagram, 2)], "pt-BR", "Warm")
        {
            Ads = [new(Platform.Facebook, 1)],
            Carousels = new(1, 2),
            Clips = new(1, 1, Film: true, Narrate: true, Voice: "Kore"),
            References = [new(ReferenceRole.Product, new Uri("https://shop.example/loaf.jpg"))],
            TextModel = GenerationSamples.Router,
            ImageModel = GenerationSamples.Gemini,
        };

    public static DraftPost Carousel { get; } =
        new(
            Platform.Instagram,
            OtherWords,
            PostKind.Carousel,
            new(ContentKind.Carousel, "How bread is made", "Nobody tells you this.")
            {
                Slides = [new("Flour falling", "It begins with flour"), new("A loaf", "Come and try")],
            }
        );

    public static DraftPost Clip { get; } =
        new(
            Platform.Instagram,
            OtherWords,
            PostKind.Reel,
            new(ContentKind.Clip, "At four in the morning", "Who is awake?", "Come by", "A lit window at night")
            {
                Scenes = [new("A baker at the oven", "We bake while you sleep.", 6)],
            }
        );

    private static readonly CampaignEvent[] Asked = [Begun, new WritingRequested(Job, Everything, Anna)];

    [Fact]
    public void draws_the_first_slide_and_then_the_others_by_it()
    {
        var first = Decide(Asked, campaign => CampaignDecider.RecordWritten(campaign, Job, [Carousel], Model));
        var cover = Assert.Single(first.OfType<PartRequested>());
        Assert.Equal((ItemPart.Slide(1), AspectRatio.Portrait), (cover.Part, cover.Order.Ratio));

        var second = Decide([.. Asked, .. first], campaign => CampaignDecider.RecordPart(campaign, cover.Generation, Picture, Model));
        var other = Assert.Single(second.OfType<PartRequested>());
        Assert.Equal(ItemPart.Slide(2), other.Part);
        Assert.Equal(new PictureReference(ReferenceRole.Style, Asset: Picture), other.Order.References![0]);
        Assert.DoesNotContain(second, happened => happened is ItemAssembled);

        var last = Decide(
            [.. Asked, .. first, .. second],
            campaign => CampaignDecider.RecordPart(campaign, other.Generation, OtherPicture, Model)
        );
        Assert.Equal([Picture, OtherPicture], Assert.Single(last.OfType<ItemAssembled>()).Media);
    }

    [Fact]
    public void films_a_clip_from_its_pictures_and_has_it_spoken()
    {
        var first = Decide(Asked, campaign => CampaignDecider.RecordWritten(campaign, Job, [Clip], Model));
        Assert.Equal([ItemPart.Narration, ItemPart.Cover], first.OfType<PartRequested>().Select(asked => asked.Part));
        var cover = first.OfType<PartRequested>().Last();

        var second = Decide([.. Asked, .. first], campaign => CampaignDecider.RecordPart(campaign, cover.Generation, Picture, Model));
        var scene = Assert.Single(second.OfType<PartRequested>());
        Assert.Equal((ItemPart.Scene(1), AspectRatio.Tall), (scene.Part, scene.Order.Ratio));

        var third = Decide(
            [.. Asked, .. first, .. second],
            campaign => CampaignDecider.RecordPart(campaign, scene.Generation, OtherPicture, Model)
        );
        var film = Assert.Single(third.OfType<PartRequested>());
        Assert.Equal((ItemPart.Film(1), 6, OtherPicture), (film.Part, film.Order.Seconds, film.Order.References![0].Asset));

        var voice = first.OfType<PartRequested>().First();
        CampaignEvent[] soFar = [.. Asked, .. first, .. second, .. third];
        var fourth = Decide(soFar, campaign => CampaignDecider.RecordFailed(campaign, voice.Generation, Hiccup));
        var last = Decide([.. soFar, .. fourth], campaign => CampaignDecider.RecordPart(campaign, film.Generation, Film, Model));
        Assert.Equal([Film], Assert.Single(last.OfType<ItemAssembled>()).Media);
    }

    [Fact]
    public void goes_on_without_a_part_that_failed_and_can_be_asked_for_it_again()
    {
        var first = Decide(Asked, campaign => CampaignDecider.RecordWritten(campaign, Job, [Carousel], Model));
        var cover = Assert.Single(first.OfType<PartRequested>()).Generation;
        var second = Decide([.. Asked, .. first], campaign => CampaignDecider.RecordFailed(campaign, cover, Hiccup));
        Assert.Equal([ItemPart.Slide(2)], second.OfType<PartRequested>().Select(asked => asked.Part));

        var again = Decide([.. Asked, .. first, .. second], campaign => CampaignDecider.RetryJob(campaign, cover, OtherJob, Ben));
        Assert.Equal(
            (ItemPart.Slide(1), Ben),
            Assert.IsType<PartRequested>(Assert.Single(again)) is var asked ? (asked.Part, asked.By!.Value) : default
        );
    }

    [Fact]
    public void hears_of_each_part_once()
    {
        var first = Decide(Asked, campaign => CampaignDecider.RecordWritten(campaign, Job, [Carousel], Model));
        var cover = Assert.Single(first.OfType<PartRequested>()).Generation;
        var made = Decide([.. Asked, .. first], campaign => CampaignDecider.RecordPart(campaign, cover, Picture, Model));
        Given([.. Asked, .. first, .. made])
            .When((Campaign campaign) => CampaignDecider.RecordPart(campaign, cover, Picture, Model))
            .ThenNothing();
    }

    [Fact]
    public void gives_a_picture_the_shape_of_its_platform() =>
        Assert.Equal(
            [AspectRatio.Square, AspectRatio.Wide],
            Decide(
                    Asked,
                    campaign =>
                        CampaignDecider.RecordWritten(
                            campaign,
                            Job,
                            [Draft, new(Platform.Facebook, Words, Script: new(ContentKind.Ad, "Bread", CallToAction: "Order"))],
                            Model
                        )
                )
                .OfType<IllustrationRequested>()
                .Select(asked => asked.Ratio)
        );

    [Fact]
    public void takes_a_single_variant_at_once_and_lets_people_choose_among_several()
    {
        CampaignEvent[] one = [.. WithPost, new RewriteRequested(Job, First, new("Shorter."), Anna)];
        var taken = Decide(one, campaign => CampaignDecider.RecordRewritten(campaign, Job, [Draft with { Text = OtherWords }], Model));
        Assert.Equal(OtherWords, Assert.Single(taken.OfType<VariantChosen>()).Text);

        CampaignEvent[] two = [.. WithPost, new RewriteRequested(Job, First, new("Shorter.", Variants: 2), Anna)];
        var offered = Decide(
            two,
            campaign => CampaignDecider.RecordRewritten(campaign, Job, [Draft, Draft with { Text = OtherWords }], Model)
        );
        Assert.Empty(offered.OfType<VariantChosen>());
        Given([.. two, .. offered])
            .When((Campaign campaign) => CampaignDecider.ChooseVariant(campaign, new(First, 2)))
            .Then(new VariantChosen(First, 2, OtherWords, Model));
        Given([.. two, .. offered])
            .When((Campaign campaign) => CampaignDecider.ChooseVariant(campaign, new(First, 3)))
            .ThenRefused("campaign.variant_not_found", "variant");
    }

    [Theory]
    [InlineData("slides", "carousels")]
    [InlineData("scenes", "clips")]
    [InlineData("data", "references")]
    [InlineData("ads", "ads")]
    public void is_refused_when_the_order_makes_no_sense(string what, string field)
    {
        var order = what switch
        {
            "slides" => Everything with { Carousels = new(1, 1) },
            "scenes" => Everything with { Clips = new(1, 9) },
            "data" => Everything with { References = [new(ReferenceRole.Product, new Uri("data:image/png;base64,AAAA"))] },
            _ => Everything with { Ads = [new(Platform.Google, 0)] },
        };
        Assert.Equal(field, OrderRule.Check(order)?.Field);
        Assert.Null(OrderRule.Check(Everything));
    }

    private static IReadOnlyList<CampaignEvent> Decide(CampaignEvent[] happened, Func<Campaign, Decision<CampaignEvent>> decide)
    {
        var decision = decide(After<Campaign, CampaignEvent>(happened));
        Assert.Null(decision.Refusal);
        return decision.Events;
    }
}
