using System.Net.Http.Json;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using Campaigns.Harness;
using Campaigns.Integrations.Models;
using Campaigns.Integrations.Tests.Media;
using Campaigns.Integrations.Tests.Models;
using Campaigns.Integrations.Tests.Rube;

namespace Campaigns.Integrations.Tests.Sandbox;

/// <summary>The adapters as they are composed, against simulators that the vendors' own SDKs have been run against.</summary>
public sealed class A_campaign_against_the_sandbox(AdaptersAtTheSandbox outside) : IClassFixture<AdaptersAtTheSandbox>, IAsyncLifetime
{
    private const string PublishTool = "INSTAGRAM_POST_IG_USER_MEDIA_PUBLISH";

    private IInstagram Instagram => outside.Instagram;

    private InstagramAccount Account => outside.Account;

    public async ValueTask InitializeAsync() => await outside.StartAfresh();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task goes_from_a_brief_to_one_post_in_the_feed()
    {
        var written = (await Write()).Value();
        Assert.Equal([Platform.Instagram, Platform.Instagram, Platform.LinkedIn], written.Posts.Select(post => post.Platform));
        Assert.Equal("gemini", written.MadeBy.Provider);
        Assert.True(written.Usage is { Input: > 0, Output: > 0 });

        var text = written.Posts[0].Text;
        var drawn = Assert.IsType<MediaWork.Here>((await Draw(text.ImagePrompt!)).Value());
        var kept = await outside.Media.Keep(drawn.Bytes.ToArray());
        var fit = (await outside.Media.Stage.Fit(MediaAtHand.Bakery, kept, PostKind.Photo, CancellationToken.None)).Value();
        var post = InstagramAtHand.Loaf with { Caption = text.Composed, Media = fit };

        var quota = (await Instagram.QuotaOf(Account, CancellationToken.None)).Value();
        var container = await Finished(post);
        var live = (await Instagram.Publish(Account, container, DateTimeOffset.MaxValue, CancellationToken.None)).Value();

        Assert.NotEmpty(live.Value);
        Assert.Equal(ContainerStatus.Published, (await Instagram.StatusOf(Account, container, CancellationToken.None)).Value().Status);
        Assert.Equal(quota.Used + 1, (await Instagram.QuotaOf(Account, CancellationToken.None)).Value().Used);
        Assert.Equal(1, await Published());
    }

    [Fact]
    public async Task is_unclear_and_found_out_when_the_answer_of_the_publish_is_lost()
    {
        var container = await Finished(await Loaf());
        await Fault(
            new
            {
                provider = "rube",
                operation = PublishTool,
                kind = "lost_answer",
                ms = 100,
            }
        );

        var reply = await Instagram.Publish(Account, container, DateTimeOffset.MaxValue, CancellationToken.None);

        Assert.IsType<Reply<MediaId>.Unclear>(reply);
        Assert.Equal(ContainerStatus.Published, (await Instagram.StatusOf(Account, container, CancellationToken.None)).Value().Status);
        Assert.Equal(1, await Published());
    }

    [Fact]
    public async Task is_unclear_when_a_published_container_is_published_again()
    {
        var container = await Finished(await Loaf());
        Assert.Equal("Done", (await Instagram.Publish(Account, container, DateTimeOffset.MaxValue, CancellationToken.None)).Said());

        Assert.Equal(
            "Unclear AlreadyPublished 409",
            (await Instagram.Publish(Account, container, DateTimeOffset.MaxValue, CancellationToken.None)).Said()
        );
        Assert.Equal(1, await Published());
    }

    [Theory]
    [InlineData("rube", "status", 503, null, null, "Unclear OutcomeUnknown http_503")]
    [InlineData("rube", "status", 429, null, null, "Busy Throttled http_429")]
    [InlineData("rube", "html", null, null, null, "Unclear OutcomeUnknown html")]
    [InlineData("rube", "bad_json", null, null, null, "Unclear OutcomeUnknown")]
    [InlineData("instagram", "publish_error", null, 9, 2207042, "Busy QuotaReached 9/2207042")]
    [InlineData("instagram", "publish_error", null, 9007, 2207027, "Busy NotReady 9007/2207027")]
    [InlineData("instagram", "publish_error", null, -1, 2207001, "Unclear OutcomeUnknown -1/2207001")]
    [InlineData("instagram", "token_bad", null, null, null, "Rejected AccountBroken 190/463")]
    public async Task is_answered_as_the_fault_means(string provider, string kind, int? status, int? code, int? subcode, string expected)
    {
        var container = await Finished(await Loaf());
        await Fault(
            new
            {
                provider,
                operation = PublishTool,
                kind,
                status,
                code,
                subcode,
            }
        );

        Assert.StartsWith(
            expected,
            (await Instagram.Publish(Account, container, DateTimeOffset.MaxValue, CancellationToken.None)).Said(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("older_results")]
    [InlineData("wrapped_data")]
    public async Task is_understood_in_every_wrapping(string kind)
    {
        await Fault(
            new
            {
                provider = "rube",
                operation = "INSTAGRAM_GET_IG_USER_CONTENT_PUBLISHING_LIMIT",
                kind,
            }
        );

        Assert.Equal("Done", (await Instagram.QuotaOf(Account, CancellationToken.None)).Said());
    }

    [Fact]
    public async Task is_refused_by_the_platforms_own_rules()
    {
        var post = await Loaf();
        var tooLong = post with { Caption = new string('x', 2_201) };

        var reply = await Instagram.CreateContainer(Account, tooLong, CancellationToken.None);

        Assert.Equal("Rejected ContentRejected 100/2207010", reply.Said());
    }

    [Fact]
    public async Task goes_out_as_a_carousel_of_pictures_and_videos_and_as_a_story()
    {
        var picture = (await outside.Media.Fit(Pictures.TwoHalves(1080, 1080))).Value();
        var film = (await outside.Media.KeepVideo(new SampleVideo { Sound = 0x40 }.Bytes())).Value();
        var tall = await outside.Media.Keep(Pictures.TwoHalves(1080, 1920));
        var story = (await outside.Media.Stage.Fit(MediaAtHand.Bakery, tall, PostKind.Story, CancellationToken.None)).Value();

        var children = new List<ContainerId>();
        foreach (var file in (MediaAsset[])[film, picture])
            children.Add(await Finished(Instagram.CreateCarouselItem(Account, file, CancellationToken.None)));
        var whole = await Finished(Instagram.CreateCarousel(Account, children, "Two", CancellationToken.None));
        Assert.Equal("Done", (await Instagram.Publish(Account, whole, DateTimeOffset.MaxValue, CancellationToken.None)).Said());
        var shown = await Finished(InstagramAtHand.Loaf with { Media = story, Kind = PostKind.Story });
        Assert.Equal("Done", (await Instagram.Publish(Account, shown, DateTimeOffset.MaxValue, CancellationToken.None)).Said());

        var feed = await outside.Http.GetFromJsonAsync<JsonElement>("/_feed");
        Assert.Equal(["STORIES", "CAROUSEL"], feed.EnumerateArray().Take(2).Select(media => media.GetProperty("mediaType").GetString()));
        Assert.Equal(["VIDEO", "IMAGE"], feed[1].GetProperty("items").EnumerateArray().Select(item => item.GetString()));
        Assert.Equal((1080, 1920), (story.Width, story.Height)); // a story is not cut to the feed's shape
    }

    [Fact]
    public async Task is_stopped_by_a_token_that_nobody_knows() =>
        Assert.Equal("Rejected AccountBroken html", (await Instagram.WhoIs("something else", CancellationToken.None)).Said());

    [Theory]
    [InlineData("blocked", null, "Rejected SafetyRefused SAFETY")]
    [InlineData("truncated", null, "Broken OutputCut MAX_TOKENS")]
    [InlineData("status", 503, "Busy Transient UNAVAILABLE")]
    [InlineData("status", 429, "Busy Throttled RESOURCE_EXHAUSTED")]
    [InlineData("token_bad", null, "Broken Misconfigured API_KEY_INVALID")]
    [InlineData("html", null, "Broken Transient html")]
    [InlineData("bad_json", null, "Broken Transient not_json")]
    [InlineData("lost_answer", null, "Unclear Transient connection_lost")]
    public async Task is_not_written_for_the_reason_the_fault_gives(string kind, int? status, string expected)
    {
        await Fault(
            new
            {
                provider = "gemini",
                kind,
                status,
                ms = kind == "lost_answer" ? 50 : (int?)null,
            }
        );

        // Of another model: its circuit may open, and is no concern of the other tests.
        Assert.Equal(expected, (await Write("gemini-2.5-flash-lite")).Said());
    }

    [Theory]
    [InlineData("blocked", "Rejected SafetyRefused IMAGE_SAFETY")]
    [InlineData("no_image", "Broken OutputUnusable NO_IMAGE")]
    public async Task is_not_drawn_for_the_reason_the_fault_gives(string kind, string expected)
    {
        await Fault(new { provider = "gemini", kind });

        Assert.Equal(expected, (await Draw("A loaf.")).Said());
    }

    private async Task<Reply<Written>> Write(string model = "gemini-3-flash-preview")
    {
        var job = new GenerationJob.Text(
            new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
            "Abrimos no domingo: pão de fermentação natural, café e música ao vivo na praça.",
            new BrandProfile("Padaria Sol", "pt-BR", PrimaryColor: "#F2A900", Tone: "caloroso"),
            new WritingOrder([new(Platform.Instagram, 2), new(Platform.LinkedIn, 1)], "pt-BR")
        );
        var answer = await outside.Models.Write(model, outside.Desk.Ask(job, mend: null), CancellationToken.None);
        return answer.Reply.Map(json =>
        {
            var posts = (GenerationResult.Posts)outside.Desk.Read(job, json, new(outside.Models.Provider, answer.Model), null).Result!;
            return new Written(posts.Drafts, posts.MadeBy, answer.Usage.Tokens!);
        });
    }

    private sealed record Written(IReadOnlyList<DraftPost> Posts, Provenance MadeBy, TokenUsage Usage);

    private Task<Attempted<MediaWork>> Draw(string prompt) =>
        outside.Images.Begin("gemini-3-pro-image", new MediaRequest.Image(prompt, AspectRatio.Portrait, []), CancellationToken.None);

    private async Task<PostContent> Loaf()
    {
        var fit = (await outside.Media.Fit(Pictures.TwoHalves(1080, 1080))).Value();
        return InstagramAtHand.Loaf with { Media = fit };
    }

    private Task<ContainerId> Finished(PostContent post) => Finished(Instagram.CreateContainer(Account, post, CancellationToken.None));

    private async Task<ContainerId> Finished(Task<Reply<ContainerId>> made)
    {
        var container = (await made).Value();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await Instagram.StatusOf(Account, container, patience.Token)).Value().Status is not ContainerStatus.Finished)
            await Task.Delay(50, patience.Token);
        return container;
    }

    private async Task Fault(object fault)
    {
        var json = JsonSerializer.SerializeToNode(fault)!.AsObject();
        foreach (var absent in json.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            json.Remove(absent);
        using var reply = await outside.Http.PostAsJsonAsync("/_faults", json);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    /// <summary>How often a publish has happened, in the platform's own book.</summary>
    private async Task<int> Published()
    {
        var entries = await outside.Http.GetFromJsonAsync<JsonElement>($"/_journal?operation={PublishTool}");
        return entries.EnumerateArray().Count(entry => entry.GetProperty("outcome").GetString() != "error");
    }
}
