using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;
using static Campaigns.Domain.Tests.Campaigns.RunSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Changing_a_picture
{
    private static readonly PictureReference Original = new(ReferenceRole.Original, Asset: Picture);

    [Fact]
    public void begins_from_the_one_that_is_there()
    {
        var asked = Given(WithPicture)
            .When(Change("Make it night"))
            .Then(new IllustrationRequested(Job, First, "Make it night", AspectRatio.Square, Ben, Original));

        asked.AndAgainNothing();
        Assert.Equal(
            new CampaignJob.Draw(First, "Make it night", AspectRatio.Square, Original) { By = Ben },
            Assert.IsType<Campaign.Open>(asked.State).Jobs[Job]
        );
    }

    [Fact]
    public void that_failed_is_asked_for_again_from_the_same_one() =>
        Given([
                .. WithPicture,
                new IllustrationRequested(OtherJob, First, "Make it night", AspectRatio.Square, Ben, Original),
                new IllustrationFailed(OtherJob, First, Hiccup),
            ])
            .When((Campaign state) => CampaignDecider.RetryJob(state, OtherJob, Job, Ben))
            .Then(new IllustrationRequested(Job, First, "Make it night", AspectRatio.Square, Ben, Original));

    [Fact]
    public void of_a_part_keeps_the_part_in_its_place()
    {
        var events = WithSlides();
        var item = TheOne(events).Id;

        var asked = Given(events)
            .When((Campaign state) => CampaignDecider.ChangePicture(state, new(item, ItemPart.Slide(2), "Fewer words"), OtherJob, Ben))
            .Then(
                new PartRequested(
                    OtherJob,
                    item,
                    ItemPart.Slide(2),
                    new("Fewer words", AspectRatio.Square, References: [new(ReferenceRole.Original, Asset: File(2))]),
                    Ben
                )
            );
        var after = asked.State;
        var made = CampaignDecider.RecordPart(after, OtherJob, File(9), Model);

        Assert.Equal([File(1), File(9)], After(after, made).Find(item)!.Media);
    }

    [Fact]
    public void that_fails_leaves_what_was_there_and_who_made_it()
    {
        var events = WithSlides().ToList();
        var item = TheOne(events).Id;
        events.AddRange(ChangeSlide(item, 2)(After<Campaign, CampaignEvent>(events)));
        Assert.Equal((File(2), Job2), (TheOne(events).Part(ItemPart.Slide(2))!.Media, TheOne(events).Part(ItemPart.Slide(2))!.Generation));

        events.AddRange(Failed(events, Asked(events)[^1]));

        var part = TheOne(events).Part(ItemPart.Slide(2))!;
        Assert.Equal((File(2), Model, null, Hiccup), (part.Media, part.MadeBy, part.Generation, part.Problem));
        Assert.Equal([File(1), File(2)], TheOne(events).Media);
    }

    [Fact]
    public void needs_a_single_picture_and_an_instruction()
    {
        Given(WithPost).When(Change("Night")).ThenRefused("campaign.no_picture_to_change", "part");
        Given([.. WithPost, new MediaAttached(First, Film)]).When(Change("Night")).ThenRefused("campaign.no_picture_to_change", "part");
        Given([.. WithPost, new ItemKindChanged(First, PostKind.Carousel), new MediaAttached(First, Picture, [OtherPicture])])
            .When(Change("Night"))
            .ThenRefused("campaign.no_picture_to_change", "part");
        Given(WithPicture)
            .When((Campaign state) => CampaignDecider.ChangePicture(state, new(First, ItemPart.Slide(1), "Night"), Job, Ben))
            .ThenRefused("campaign.no_picture_to_change", "part");
        Given(WithPicture).When(Change(" ")).ThenRefused("input.required", "instruction");
        Given().When(Change("Night")).ThenRefused("campaign.not_found", "campaignId");
        Given(Begun).When(Change("Night")).ThenRefused("campaign.item_not_found", "itemId");
    }

    [Fact]
    public void waits_for_what_is_being_made_but_not_for_other_parts()
    {
        Given([.. WithPicture, new IllustrationRequested(OtherJob, First, "A loaf", default)])
            .When(Change("Night"))
            .ThenRefused("campaign.drawing_under_way", "itemId");

        var events = WithSlides();
        var item = TheOne(events).Id;
        CampaignEvent[] again = [.. events, new PartRequested(OtherJob, item, ItemPart.Slide(2), new("Other", default), Ben)];
        Given(again).When(ChangeSlide(item, 2)).ThenRefused("campaign.drawing_under_way", "itemId");
        Assert.Null(ChangeSlide(item, 1)(After<Campaign, CampaignEvent>(again)).Refusal);
    }

    [Theory]
    [InlineData(1080, 1080, AspectRatio.Square)]
    [InlineData(864, 1080, AspectRatio.Portrait)]
    [InlineData(1080, 1920, AspectRatio.Tall)]
    [InlineData(1920, 1080, AspectRatio.Wide)]
    [InlineData(1000, 1100, AspectRatio.Square)]
    [InlineData(4000, 1000, AspectRatio.Wide)]
    public void keeps_to_its_shape(int width, int height, AspectRatio shape) =>
        Assert.Equal(shape, ItemShape.Nearest(Picture with { Width = width, Height = height }));

    [Fact]
    public void is_nothing_to_order_with_posts()
    {
        var order = new WritingOrder([new(Platform.Instagram, 1)], "pt-BR") { References = [Original] };
        Given(Begun)
            .When((Campaign state) => CampaignDecider.RequestWriting(state, new(order), Job))
            .ThenRefused("campaign.order_malformed", "references");
    }

    [Fact]
    public void is_another_thing_than_making_a_part_anew_from_what_the_script_says()
    {
        var events = WithSlides();
        var item = TheOne(events).Id;

        Given(events)
            .When(Remake(item, ItemPart.Slide(2)))
            .Then<PartRequested>(ask =>
                ask.Order.Prompt.Contains("A basket", StringComparison.Ordinal)
                && ask.Order.References is [{ Role: ReferenceRole.Style, Asset: { } look }]
                && look == File(1)
            )
            .AndAgainNothing();
    }

    [Fact]
    public void made_anew_needs_to_stand_in_the_script()
    {
        var events = WithSlides();
        var item = TheOne(events).Id;
        foreach (ItemPart part in (ItemPart[])[ItemPart.Slide(3), ItemPart.Slide(0), ItemPart.Cover, ItemPart.Film(1), ItemPart.Narration])
            Given(events).When(Remake(item, part)).ThenRefused("campaign.part_not_found", "part");
        Given(WithPost).When(Remake(First, ItemPart.Slide(1))).ThenRefused("campaign.part_not_found", "part");
    }

    [Fact]
    public void of_a_clip_can_be_made_anew_whichever_part_it_is()
    {
        var script = new ItemScript(ContentKind.Clip, "Dawn", CoverPrompt: "The oven", Scenes: [new("Flour falls", "It begins.", 4)]);
        var events = Written(script, new(1, 1, Film: true, Narrate: true)).ToList();
        for (var n = 0; n < 4; n++)
            events.AddRange(Made(events, Asked(events)[n], n == 0 ? Voice : File(n)));
        var item = TheOne(events).Id;

        var orders = Asked(events).ToDictionary(ask => ask.Part, ask => ask.Order);
        foreach (var (part, order) in orders)
        {
            var again = Assert.IsType<PartRequested>(Assert.Single(Remake(item, part)(After<Campaign, CampaignEvent>(events)))).Order;
            Assert.Equal(
                (order.Prompt, order.Ratio, order.Seconds, order.Language),
                (again.Prompt, again.Ratio, again.Seconds, again.Language)
            );
            Assert.Equal(order.References ?? [], again.References ?? []);
        }
    }

    [Fact]
    public void a_voice_is_none_of_what_a_post_shows() =>
        Given(WithPost)
            .When((Campaign state) => CampaignDecider.AttachMedia(state, new(First, Voice)))
            .ThenRefused("campaign.sound_is_not_shown", "mediaKeys");

    private static CampaignEvent[] WithSlides()
    {
        var events = Written(new(ContentKind.Carousel, "Loaves", Slides: [new("A loaf", "One"), new("A basket", "Two")])).ToList();
        events.AddRange(Made(events, Asked(events)[0], File(1)));
        events.AddRange(Made(events, Asked(events)[1], File(2)));
        return [.. events];
    }

    private static Campaign.Open After(Campaign state, IEnumerable<CampaignEvent> events) =>
        Assert.IsType<Campaign.Open>(events.Aggregate(state, Campaign.Evolve));

    private static Func<Campaign, Decision<CampaignEvent>> Change(string instruction) =>
        state => CampaignDecider.ChangePicture(state, new(First, null, instruction), Job, Ben);

    private static Func<Campaign, Decision<CampaignEvent>> ChangeSlide(ItemId item, int number) =>
        state => CampaignDecider.ChangePicture(state, new(item, ItemPart.Slide(number), "Night"), Job2, Ben);

    private static Func<Campaign, Decision<CampaignEvent>> Remake(ItemId item, ItemPart part) =>
        state => CampaignDecider.RemakePart(state, new(item, part), Job2, Ben);

    private static GenerationId Job2 { get; } = new(new Guid("0198c0de-0000-7000-8000-0000000000aa"));
}
