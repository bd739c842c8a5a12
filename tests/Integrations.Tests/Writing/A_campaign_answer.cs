using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Writing;

public sealed class A_campaign_answer
{
    private const string Post =
        """{"platform":"Instagram","caption":"Warm rolls","hashtags":["#Bread rolls"],"imagePrompt":"Rolls","altText":"Rolls"}""";
    private const string Ad =
        """{"platform":"Facebook","headline":"Rolls","body":"Warm.","callToAction":"Order now","imagePrompt":"Rolls","altText":"Rolls"}""";
    private const string Carousel =
        """{"title":"T","hook":"H","caption":"C","hashtags":[],"slides":[{"visual":"a","words":"b"},{"visual":"c","words":"d"}]}""";
    private const string Clip =
        """{"title":"T","hook":"H","caption":"C","hashtags":[],"callToAction":"Go","coverPrompt":"P","scenes":[{"visual":"a","narration":"b","seconds":99}]}""";

    private static readonly ModelChoice Model = new("test", "model-1");
    private static readonly WritingOrder Order = new([new(Platform.Instagram, 2)], "en")
    {
        Ads = [new(Platform.Facebook, 1)],
        Carousels = new(1, 2),
        Clips = new(1, 1, Narrate: true),
    };
    private static readonly GenerationJob.Text Job = new(
        new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
        "Autumn at the bakery.",
        null,
        Order
    );

    private readonly IWritingDesk desk = new ServiceCollection().AddWritingDesk().BuildServiceProvider().GetRequiredService<IWritingDesk>();

    [Fact]
    public void that_is_what_was_ordered_is_taken_whole()
    {
        var result = Assert.IsType<GenerationResult.Posts>(Read($"{Post},{Said("Cold rolls")}", Ad).Result);

        Assert.Equal(
            [null, null, ContentKind.Ad, ContentKind.Carousel, ContentKind.Clip],
            result.Drafts.Select(draft => draft.Script?.Content)
        );
        Assert.Equal(["Breadrolls"], result.Drafts[0].Text.Hashtags);
        Assert.Equal(8, result.Drafts[^1].Script!.Scenes![0].Seconds); // within what anybody films
        Assert.Null(result.Missing);
    }

    [Fact]
    public void with_wrong_counts_names_them_and_keeps_what_fits()
    {
        var faulty = Read(Post, Ad.Replace("Order now", "", StringComparison.Ordinal)).Faulty!;

        Assert.Contains("Post, Instagram: 2 were ordered, 1 were written.", faulty.Faults);
        Assert.Contains(faulty.Faults, fault => fault.Contains("`callToAction` is missing", StringComparison.Ordinal));
        var usable = Assert.IsType<GenerationResult.Posts>(faulty.Usable);
        Assert.Equal(3, usable.Drafts.Count);
        Assert.Contains("Ad for Facebook: 1 ordered, 0 came.", usable.Missing!);
    }

    [Fact]
    public void names_each_item_by_its_place_in_its_own_list()
    {
        var faulty = Read($"{Post},{Said("Cold rolls")}", Ad.Replace("Warm.", "", StringComparison.Ordinal)).Faulty!;

        Assert.Equal(["Ad 1 (Facebook): `body` is missing."], faulty.Faults);
    }

    [Fact]
    public void is_ordered_with_every_limit_that_it_is_held_to()
    {
        var order = new WritingOrder([], "en") { Ads = [new(Platform.Google, 2)] };
        var ask = desk.Ask(Job with { Order = order }, mend: null);

        Assert.Contains("- Google: 2 (headline at most 30 characters, body at most 90 characters", ask.Prompt, StringComparison.Ordinal);
        Assert.Contains("none is given", ask.Prompt, StringComparison.Ordinal); // no name that could be taken for the brand's
    }

    [Fact]
    public void takes_from_the_one_it_mends_what_it_lost_itself()
    {
        var first = Read(Post, Ad).Faulty!;
        var second = desk.Read(Job, """{"posts":[]}""", Model, first).Faulty!;

        Assert.Equal(4, Assert.IsType<GenerationResult.Posts>(second.Usable).Drafts.Count);
    }

    [Theory]
    [InlineData("Here are your posts!")]
    [InlineData("""{"posts":[{"platform":"Inst""")]
    [InlineData("{}")]
    public void that_is_no_answer_has_nothing_to_use(string answer) => Assert.Null(desk.Read(Job, answer, Model, null).Faulty!.Usable);

    [Fact]
    public void in_another_language_is_sent_back_whole()
    {
        const string foreign =
            "Você não precisa acordar cedo para ter pão quente em casa: nós fazemos tudo para você, com carinho, e é ainda mais rápido.";
        var faulty = Read($"{Said(foreign)},{Said(foreign + " Não perca, são para você.")}", Ad).Faulty!;

        Assert.Contains("another language", faulty.Faults[0], StringComparison.Ordinal);
        Assert.Null(faulty.Usable);
    }

    private static string Said(string caption) => Post.Replace("Warm rolls", caption, StringComparison.Ordinal);

    private ReadAnswer Read(string posts, string ad) =>
        desk.Read(Job, $$"""{"posts":[{{posts}}],"ads":[{{ad}}],"carousels":[{{Carousel}}],"clips":[{{Clip}}]}""", Model, null);
}
