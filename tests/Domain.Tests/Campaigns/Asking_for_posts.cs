using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tests.Generations;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Asking_for_posts
{
    private static CampaignEvent[] Asked => [Begun, new WritingRequested(Job, Two)];

    [Fact]
    public void begins_a_job_once() => Given(Begun).When(Ask(Two)).Then(new WritingRequested(Job, Two)).AndAgainNothing();

    [Fact]
    public void is_refused_while_others_are_being_written() =>
        Given(Begun, new WritingRequested(OtherJob, Two)).When(Ask(Two)).ThenRefused("campaign.writing_under_way");

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(-1)]
    public void is_refused_in_numbers_that_make_no_sense(int count) =>
        Given(Begun).When(Ask(Two with { Posts = [new(Platform.Instagram, count)] })).ThenRefused("campaign.order_malformed", "posts");

    [Fact]
    public void is_refused_for_no_platform_or_one_named_twice()
    {
        Given(Begun).When(Ask(Two with { Posts = [] })).ThenRefused("campaign.order_malformed", "posts");
        Given(Begun)
            .When(Ask(Two with { Posts = [new(Platform.Instagram, 1), new(Platform.Instagram, 2)] }))
            .ThenRefused("campaign.order_malformed", "posts");
    }

    [Fact]
    public void is_refused_beyond_two_hundred() =>
        Given([Begun, .. Enumerable.Range(0, 199).Select(n => new ItemAdded(new(DerivedId.From($"{n}")), Draft))])
            .When(Ask(Two))
            .ThenRefused("campaign.too_many_items");

    [Fact]
    public void names_the_field_that_breaks_a_rule()
    {
        Given(Begun).When(Ask(Two with { Language = "Portuguese" })).ThenRefused("input.language_malformed", "language");
        Given(Begun).When(Ask(Two with { Tone = new('x', 201) })).ThenRefused("input.too_long", "tone");
    }

    [Fact]
    public void is_refused_in_a_campaign_that_is_none() => Given().When(Ask(Two)).ThenRefused("campaign.not_found", "campaignId");

    [Fact]
    public void makes_items_of_them_and_has_them_illustrated()
    {
        var first = new ItemId(DerivedId.From($"{Job}/item/0"));
        var second = new ItemId(DerivedId.From($"{Job}/item/1"));

        Given(Asked)
            .When(Record(Draft, new(Platform.Instagram, OtherWords)))
            .Then(
                new Written(Job, [new(first, Draft), new(second, new(Platform.Instagram, OtherWords))], Model),
                new IllustrationRequested(new(DerivedId.From($"{Job}/picture/{first}")), first, Words.ImagePrompt!, AspectRatio.Square)
            )
            .AndAgainNothing();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void asks_for_no_picture_where_nothing_says_what_it_shows(string? prompt) =>
        Given(Asked).When(Record(Draft with { Text = Words with { ImagePrompt = prompt } })).Then<Written>(_ => true);

    [Fact]
    public void asks_for_no_picture_where_none_is_wanted() =>
        Given(Begun, new WritingRequested(Job, Two with { Illustrate = false })).When(Record(Draft)).Then<Written>(_ => true);

    [Fact]
    public void ends_when_they_will_not_come() => Given(Asked).When(Fail).Then(new WritingFailed(Job, Hiccup)).AndAgainNothing();

    [Fact]
    public void can_be_done_again_when_it_is_over()
    {
        Given([.. Asked, new WritingFailed(Job, Hiccup)])
            .When((Campaign state) => CampaignDecider.RequestWriting(state, new(Two), OtherJob))
            .Then(new WritingRequested(OtherJob, Two));
        Given([.. Asked, new Written(Job, [], Model)])
            .When((Campaign state) => CampaignDecider.RequestWriting(state, new(Two), OtherJob))
            .Then(new WritingRequested(OtherJob, Two));
    }

    [Fact]
    public void ignores_posts_that_nobody_waits_for()
    {
        Given(Begun).When(Record(Draft)).ThenNothing();
        Given(WithDrawing).When(Record(Draft)).ThenNothing();
        Given().When(Record(Draft)).ThenNothing();
        Given(Begun).When(Fail).ThenNothing();
    }

    [Fact]
    public void that_did_not_all_come_can_be_done_for_the_rest_alone()
    {
        var order = A_campaign_run.Everything;
        CampaignEvent[] partly =
        [
            Begun,
            new WritingRequested(Job, order),
            new Written(Job, [new(First, Draft), new(Second, A_campaign_run.Carousel)], Model, ["Some did not come."]),
        ];
        var rest = order with { Posts = [new(Platform.Instagram, 1)], Carousels = null };

        var asked = Assert.IsType<WritingRequested>(
            Assert.Single(CampaignDecider.RequestMissing(After<Campaign, CampaignEvent>(partly), OtherJob, Ben).Events)
        );
        Assert.Equal(rest.Items, asked.Order.Items);
        Assert.Equal(
            (order.Clips, order.ImageModel, order.References),
            (asked.Order.Clips, asked.Order.ImageModel, asked.Order.References)
        );
        Given([.. partly, asked]).When(Missing).ThenRefused("campaign.writing_under_way");
        Given([.. partly, asked, new Written(OtherJob, [], Model)]).When(Missing).Then<WritingRequested>(_ => true);
    }

    [Fact]
    public void that_all_came_leaves_nothing_to_ask_for()
    {
        Given([.. Asked, new Written(Job, [new(First, Draft), new(Second, Draft)], Model)])
            .When(Missing)
            .ThenRefused("campaign.nothing_missing", "campaignId");
        Given([.. Asked, new WritingFailed(Job, Hiccup)]).When(Missing).ThenRefused("campaign.nothing_missing", "campaignId");
        Given().When(Missing).ThenRefused("campaign.not_found", "campaignId");
    }

    [Fact]
    public void for_the_rest_is_refused_beyond_two_hundred() =>
        Given([
                .. Asked,
                new Written(Job, [], Model, ["None came."]),
                .. Enumerable.Range(0, 199).Select(n => new ItemAdded(new(DerivedId.From($"{n}")), Draft)),
            ])
            .When(Missing)
            .ThenRefused("campaign.too_many_items");

    private static Func<Campaign, Decision<CampaignEvent>> Missing =>
        campaign => CampaignDecider.RequestMissing(campaign, new(DerivedId.From("another")), Ben);

    private static Func<Campaign, Decision<CampaignEvent>> Ask(WritingOrder order) =>
        campaign => CampaignDecider.RequestWriting(campaign, new(order), Job);

    private static Func<Campaign, Decision<CampaignEvent>> Record(params DraftPost[] posts) =>
        campaign => CampaignDecider.RecordWritten(campaign, Job, posts, Model);

    private static Func<Campaign, Decision<CampaignEvent>> Fail => campaign => CampaignDecider.RecordFailed(campaign, Job, Hiccup);
}
