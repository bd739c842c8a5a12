using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Integrations.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Integrations.Tests.Writing;

public sealed class A_written_campaign
{
    private static readonly BrandProfile Padaria = new(
        "Padaria Sol",
        "pt-BR",
        "Pães de fermentação natural",
        PrimaryColor: "#F2A900",
        SecondaryColor: "#3B2F2F",
        Tone: "caloroso"
    );

    private static readonly WritingOrder TwoPosts = new([new(Platform.Instagram, 1), new(Platform.LinkedIn, 1)], "pt-BR");

    [Fact]
    public async Task hands_language_tone_brand_and_brief_to_the_model()
    {
        var model = new ScriptedModel(ScriptedModel.Says(Posts(Post("Instagram"), Post("LinkedIn"))));

        await Write(model, TwoPosts, brief: "Abrimos no {{brand}} domingo.");

        var prompt = Assert.Single(model.Asked).Prompt;
        Assert.Contains("\nlanguage: pt-BR\n", prompt, StringComparison.Ordinal);
        Assert.Contains("\ntone: caloroso\n", prompt, StringComparison.Ordinal);
        Assert.Contains("\nname: Padaria Sol\n", prompt, StringComparison.Ordinal);
        Assert.Contains("\ncolours: #F2A900, #3B2F2F\n", prompt, StringComparison.Ordinal);
        Assert.Contains("\n- Instagram: 1 (at most 2200 characters and 30 hashtags each)\n", prompt, StringComparison.Ordinal);
        Assert.Contains("\nAbrimos no {{brand}} domingo.\n", prompt, StringComparison.Ordinal); // a brief is never a template
    }

    [Fact]
    public async Task is_ordered_by_a_schema_with_the_number_of_posts_and_the_platforms()
    {
        var model = new ScriptedModel(ScriptedModel.Says(Posts(Post("Instagram"), Post("LinkedIn"))));

        await Write(model, TwoPosts);

        var posts = model.Asked[0].Schema["properties"]!["posts"]!;
        Assert.Equal((2, 2), ((int)posts["minItems"]!, (int)posts["maxItems"]!));
        Assert.Equal("""["Instagram","LinkedIn"]""", posts["items"]!["properties"]!["platform"]!["enum"]!.ToJsonString());
    }

    [Fact]
    public async Task asks_for_no_pictures_where_none_are_wanted()
    {
        var model = new ScriptedModel(ScriptedModel.Says(Posts(Post("Instagram", imagePrompt: "a loaf"))));

        var written = (await Write(model, new([new(Platform.Instagram, 1)], "pt-BR", Illustrate: false))).Value();

        Assert.Null(model.Asked[0].Schema["properties"]!["posts"]!["items"]!["properties"]!["imagePrompt"]);
        Assert.Null(Assert.Single(written.Posts).Text.ImagePrompt);
    }

    [Fact]
    public async Task comes_in_the_order_asked_for_with_clean_hashtags_and_its_provenance()
    {
        var model = new ScriptedModel(
            ScriptedModel.Says(Posts(Post("LinkedIn"), Post("Instagram", tags: ["#Pão Quente", "pãoquente", "café☕", "#"])))
        );

        var written = (await Write(model, TwoPosts)).Value();

        Assert.Equal([Platform.Instagram, Platform.LinkedIn], written.Posts.Select(post => post.Platform));
        Assert.Equal(["PãoQuente", "café"], written.Posts[0].Text.Hashtags);
        Assert.Equal(new Provenance("gemini", "m-1", "campaign-posts.v1"), written.MadeBy);
        Assert.Equal(new TokenUsage(100, 10, 50, 5), written.Usage);
    }

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "Instagram: 1 posts were ordered, 2 were written.", Posts(Post("Instagram"), Post("Instagram"), Post("LinkedIn")) },
            { "LinkedIn: 1 posts were ordered, 0 were written.", Posts(Post("Instagram")) },
            { "`platform` of each post must be one that the order names", Posts(Post("Myspace"), Post("LinkedIn")) },
            { "`platform` of each post must be one that the order names", Posts(Post("Facebook"), Post("LinkedIn")) },
            { "Post 1 (Instagram): `caption` is missing.", Posts(Post("Instagram", caption: "  "), Post("LinkedIn")) },
            { "Post 1 (Instagram): `imagePrompt` is missing.", Posts(Post("Instagram", imagePrompt: ""), Post("LinkedIn")) },
            // 2,195 characters of caption, an empty line and "#a #b": two too many.
            {
                "caption and hashtags are 2202 characters long, 2200 are allowed",
                Posts(Post("Instagram", caption: new string('x', 2195), tags: ["a", "b"]), Post("LinkedIn"))
            },
            {
                "there are 31 hashtags, 30 are allowed",
                Posts(Post("Instagram", tags: [.. Enumerable.Range(0, 31).Select(n => $"t{n}")]), Post("LinkedIn"))
            },
            {
                "there are 21 mentions, 20 are allowed",
                Posts(Post("Instagram", caption: string.Concat(Enumerable.Repeat("@a ", 21))), Post("LinkedIn"))
            },
            { "`altText` is longer than 1000 characters", Posts(Post("Instagram", altText: new string('x', 1001)), Post("LinkedIn")) },
            { "Instagram: 1 posts were ordered, 0 were written.", """{"something":"else"}""" },
            { "Instagram: 1 posts were ordered, 0 were written.", "[]" },
        };

    [Theory, MemberData(nameof(Faults))]
    public async Task that_does_not_fit_is_asked_for_once_more_with_the_faults_named(string fault, string answer)
    {
        var model = new ScriptedModel(ScriptedModel.Says(answer), ScriptedModel.Says(Posts(Post("Instagram"), Post("LinkedIn"))));

        var written = (await Write(model, TwoPosts)).Value();

        Assert.Equal(2, model.Asked.Count);
        Assert.Contains(fault, model.Asked[1].Prompt, StringComparison.Ordinal);
        Assert.Contains(answer, model.Asked[1].Prompt, StringComparison.Ordinal);
        Assert.Equal(new TokenUsage(200, 20, 100, 10), written.Usage);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task that_still_does_not_fit_is_rejected(string fault, string answer)
    {
        var model = new ScriptedModel(ScriptedModel.Says(answer), ScriptedModel.Says(answer));

        var rejected = Assert.IsType<Reply<WrittenPosts>.Rejected>(await Write(model, TwoPosts));

        Assert.Equal("answer_unfit", rejected.Problem.Code);
        Assert.Contains(fault, rejected.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task passes_on_what_the_model_says_no_to()
    {
        var busy = new Reply<GeneratedText>.Busy(new(ProblemClass.Throttled, "http_429", "Later."), TimeSpan.FromSeconds(9));

        var reply = await Write(new ScriptedModel(busy), TwoPosts);

        Assert.Equal(new Reply<WrittenPosts>.Busy(busy.Problem, busy.RetryAfter), reply);
    }

    private static async Task<Reply<WrittenPosts>> Write(ITextGenerator model, WritingOrder order, string brief = "Abrimos domingo.")
    {
        await using var provider = new ServiceCollection().AddSingleton(model).AddCampaignWriter().BuildServiceProvider();
        return await provider.GetRequiredService<ICampaignWriter>().Write(brief, Padaria, order, CancellationToken.None);
    }

    private static string Posts(params object[] posts) => JsonSerializer.Serialize(new { posts });

    private static object Post(
        string platform,
        string caption = "Pão fresco.",
        string[]? tags = null,
        string imagePrompt = "a loaf in morning light",
        string altText = "Um pão."
    ) =>
        new
        {
            platform,
            caption,
            hashtags = tags ?? ["pão"],
            imagePrompt,
            altText,
        };
}
