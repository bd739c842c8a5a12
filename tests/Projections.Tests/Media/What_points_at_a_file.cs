using System.Reflection;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Media;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Tests.Media;

public sealed class What_points_at_a_file
{
    private static readonly StreamName Campaign = StreamName.Of("campaign", Given.Club, Given.Campaign().Value);
    private static readonly StreamName Brand = StreamName.Of("brand", Given.Club, Given.Brand().Value);

    [Fact]
    public void is_the_post_that_shows_it_until_it_shows_another()
    {
        var row = Row(Campaign, Drawn("one"), Drawn("two"));

        Assert.Equal((MediaHolderKind.Item, Given.Item().Uuid, Given.Campaign().Uuid), (row.Kind, row.Holder, row.Campaign));
        Assert.Equal(["two"], row.Held);
        Assert.Equal(["one"], row.Former);
    }

    [Fact]
    public void is_a_carousel_with_all_that_was_drawn_for_it()
    {
        var post = Given.Post() with { Kind = PostKind.Carousel };
        Assert.Equal(["one", "two"], Row(Campaign, new ItemAdded(Given.Item(), post), Drawn("one"), Drawn("two")).Held);
    }

    [Fact]
    public void is_no_post_that_was_taken_out()
    {
        var row = Row(Campaign, Drawn("one"), new MediaAttached(Given.Item(), File("mine"), [File("more")]), new ItemRemoved(Given.Item()));

        Assert.Empty(row.Held);
        Assert.Equal(["one", "mine", "more"], row.Former);
    }

    [Fact]
    public void is_a_brand_by_its_logo_and_its_style_references()
    {
        var row = Row(
            Brand,
            new BrandEvent.Created(new("Padaria", "pt-PT", Logo: File("logo"))),
            new BrandEvent.StyleReferenceAdded(File("style")),
            new BrandEvent.StyleReferenceAdded(File("other")),
            new BrandEvent.StyleReferenceRemoved("other"),
            new BrandEvent.ProfileChanged(new("Padaria", "pt-PT"))
        );

        Assert.Equal(["style"], row.Held);
        Assert.Equal(["logo", "other"], row.Former.Order());
    }

    [Fact]
    public void is_a_publication_for_good() =>
        Assert.Equal([Given.Picture.Key], Row(StreamName.Of("publication", Given.Club, Given.Publication().Value), Given.Scheduled()).Held);

    [Fact]
    public void is_no_job_though_what_it_made_is_kept_for_a_while()
    {
        var row = Row(
            StreamName.Of("generation", Given.Club, Given.Generation().Value),
            new GenerationEvent.ImageProduced(File("made"), Given.Model, new(1, 0, 1, 0))
        );

        Assert.Empty(row.Held);
        Assert.Equal(["made"], row.Former);
    }

    [Fact]
    public void is_a_post_by_the_parts_it_is_made_of_until_others_take_their_place()
    {
        var row = Row(
            Campaign,
            new ItemAdded(Given.Item(), Given.Post() with { Kind = PostKind.Carousel }),
            Made(ItemPart.Slide(1), "one"),
            Made(ItemPart.Slide(2), "two"),
            new ItemAssembled(Given.Item(), [File("one"), File("two")], Given.Model),
            Made(ItemPart.Slide(2), "other"),
            new ItemAssembled(Given.Item(), [File("one"), File("other")], Given.Model)
        );

        Assert.Equal(["one", "other"], row.Held);
        Assert.Equal(["two"], row.Former);
    }

    [Fact]
    public void is_a_post_by_its_voice_and_cover_though_it_shows_a_film()
    {
        var row = Row(
            Campaign,
            Made(ItemPart.Narration, "voice"),
            Made(ItemPart.Cover, "cover"),
            Made(ItemPart.Film(1), "film"),
            new ItemAssembled(Given.Item(), [File("film")], Given.Model),
            new MediaAttached(Given.Item(), File("cut"))
        );

        Assert.Equal(["cover", "cut", "film", "voice"], row.Held.Order());
    }

    [Fact]
    public void is_no_order_to_change_it_though_it_is_kept_meanwhile()
    {
        var original = new PictureReference(ReferenceRole.Original, Asset: File("one"));
        var row = Row(
            Campaign,
            Drawn("one"),
            new IllustrationRequested(Given.Generation(), Given.Item(), "Night", default, null, original),
            Drawn("two")
        );

        Assert.Equal(["two"], row.Held);
        Assert.Equal(["one"], row.Former);
    }

    [Fact]
    public void is_a_campaign_by_what_was_given_with_an_order()
    {
        var order = new WritingOrder([], "pt-PT") { References = [new(ReferenceRole.Product, Asset: File("product"))] };
        var row = Row(Campaign, new WritingRequested(Given.Generation(), order));

        Assert.Equal((MediaHolderKind.Campaign, null), (row.Kind, row.Campaign));
        Assert.Equal(["product"], row.Held);
    }

    /// <summary>An event that is added one day holds what it mentions for good, until someone has thought of it and added it here.</summary>
    [Fact]
    public void was_thought_of_for_every_event_that_can_mention_one() =>
        Assert.Equal(
            [
                "brand.created.v1",
                "brand.profile_changed.v1",
                "brand.style_reference_added.v1",
                "campaign.illustration_requested.v1",
                "campaign.item_assembled.v1",
                "campaign.item_illustrated.v1",
                "campaign.media_attached.v1",
                "campaign.part_made.v1",
                "campaign.part_requested.v1",
                "campaign.rewrite_requested.v1",
                "campaign.writing_requested.v1",
                "generation.answer_faulty.v1",
                "generation.image_produced.v1",
                "generation.media_produced.v1",
                "generation.requested.v1",
                "generation.text_requested.v1",
                "mediafile.uploaded.v1",
                "publication.scheduled.v1",
            ],
            typeof(Domain.DomainEvent)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(Domain.DomainEvent)) && MediaMentions.Possible(type))
                .Select(type => type.GetCustomAttribute<Domain.EventNameAttribute>()?.Name)
                .OfType<string>()
                .Order(StringComparer.Ordinal)
        );

    private static PartMade Made(ItemPart part, string key) => new(Given.Generation(), Given.Item(), part, File(key), Given.Model);

    private static ItemIllustrated Drawn(string key) => new(Given.Generation(), Given.Item(), File(key), Given.Model);

    private static MediaAsset File(string key) => Given.Picture with { Key = key };

    private static MediaHolderRow Row(StreamName stream, params Domain.DomainEvent[] events) =>
        Assert.Single(Rows.From(new MediaHoldersProjection(), Given.Recorded(stream, events)));
}
