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

    private static ItemIllustrated Drawn(string key) => new(Given.Generation(), Given.Item(), File(key), Given.Model);

    private static MediaAsset File(string key) => Given.Picture with { Key = key };

    private static MediaHolderRow Row(StreamName stream, params Domain.DomainEvent[] events) =>
        Assert.Single(Rows.From(new MediaHoldersProjection(), Given.Recorded(stream, events)));
}
