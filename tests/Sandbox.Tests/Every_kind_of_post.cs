using System.Text.Json.Nodes;
using Campaigns.Harness;

namespace Campaigns.Sandbox.Tests;

/// <summary>Reels, stories and carousels, as Instagram takes and refuses them.</summary>
public sealed class Every_kind_of_post : IAsyncLifetime
{
    private const string MakeContainer = "INSTAGRAM_CREATE_MEDIA_CONTAINER";
    private const string MakeCarousel = "INSTAGRAM_CREATE_CAROUSEL_CONTAINER";

    private readonly RunningSandbox sandbox = new() { Settings = new() { VideoDelay = TimeSpan.FromMilliseconds(700) } };

    public ValueTask InitializeAsync() => sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task is_in_the_feed_by_its_kind()
    {
        var reel = await Id(
            "kinds",
            new()
            {
                ["video_url"] = Url("reel.mp4"),
                ["media_type"] = "REELS",
                ["caption"] = "Reel",
            }
        );
        var story = await Id(
            "kinds",
            new()
            {
                ["image_url"] = Url("tall.jpg"),
                ["media_type"] = "STORIES",
                ["caption"] = "Dropped",
            }
        );

        var reelId = (await sandbox.Publish("kinds", reel))["data"]!["id"]!.ToString();
        await sandbox.Publish("kinds", story);

        var feed = await sandbox.Get("/_feed?account=kinds");
        Assert.Equal(["STORIES", "REELS"], feed.Select(media => media!["mediaType"]!.ToString()));
        Assert.Equal(["IMAGE", "VIDEO"], feed.Select(media => media!["items"]![0]!.ToString()));
        Assert.Equal(["", "Reel"], feed.Select(media => media!["caption"]!.ToString()));
        Assert.Equal(new SampleVideo { Sound = 0x40 }.Bytes(), await sandbox.Http.GetByteArrayAsync($"/_feed/{reelId}.mp4"));
    }

    [Fact]
    public async Task of_videos_is_looked_at_for_a_while()
    {
        var reel = await Id("patient", new() { ["video_url"] = Url("reel.mp4"), ["media_type"] = "REELS" });

        Assert.Equal("IN_PROGRESS", await sandbox.Status("patient", reel));
        Assert.Equal((9007, 2207027), GraphError.Of(await sandbox.Publish("patient", reel, wait: 0)));
        await sandbox.Until("patient", reel, "FINISHED");
    }

    [Theory]
    [InlineData("slow.mp4", "REELS")]
    [InlineData("av1.mp4", "REELS")]
    [InlineData("short.mp4", "REELS")]
    [InlineData("half.mp4", "REELS")]
    [InlineData("minute.mov", "STORIES")]
    public async Task is_refused_with_a_video_that_breaks_a_rule(string video, string type) =>
        Assert.Equal((352, 2207026), GraphError.Of(await Make("strict", new() { ["video_url"] = Url(video), ["media_type"] = type })));

    [Fact]
    public async Task may_be_a_minute_long_as_a_reel() =>
        await Id("strict", new() { ["video_url"] = Url("minute.mov"), ["media_type"] = "REELS" });

    [Fact]
    public async Task of_several_files_shows_them_in_order()
    {
        string[] children = [await Child("mixed", "square.jpg"), await Child("mixed", "reel.mp4"), await Child("mixed", "portrait.jpg")];
        Assert.Equal((9007, 2207027), GraphError.Of(await Carousel("mixed", children)));
        foreach (var child in children)
            await sandbox.Until("mixed", child, "FINISHED");

        var whole = (await Carousel("mixed", children))["data"]!["id"]!.ToString();
        await sandbox.Publish("mixed", whole);

        var media = Assert.Single(await sandbox.Get("/_feed?account=mixed"))!;
        Assert.Equal(children, media["pictures"]!.AsArray().Select(child => child!.ToString()));
        Assert.Equal(["IMAGE", "VIDEO", "IMAGE"], media["items"]!.AsArray().Select(item => item!.ToString()));
    }

    [Fact]
    public async Task of_several_files_is_refused_with_one_that_cannot_be_used()
    {
        await sandbox.Fault(Fault("container_expires"));
        string[] expired = [await Child("picky", "square.jpg"), await Child("picky", "square.jpg")];
        await sandbox.Until("picky", expired[0], "EXPIRED");
        Assert.Equal((24, 2207008), GraphError.Of(await Carousel("picky", expired)));

        await sandbox.Fault(Fault("container_error"));
        string[] failed = [await Child("picky", "square.jpg"), await Child("picky", "square.jpg")];
        await sandbox.Until("picky", failed[0], "ERROR");
        Assert.Equal((24, 2207006), GraphError.Of(await Carousel("picky", failed)));

        var alone = await sandbox.Container("picky");
        Assert.Equal((100, 2207028), GraphError.Of(await Carousel("picky", [alone, expired[1]])));
    }

    private static JsonObject Fault(string kind) =>
        new()
        {
            ["provider"] = "instagram",
            ["operation"] = MakeContainer,
            ["account"] = "picky",
            ["kind"] = kind,
            ["ms"] = 1,
        };

    private string Url(string file) => $"{sandbox.Pictures}/{file}";

    private Task<string> Child(string account, string file) =>
        Id(
            account,
            new() { [file.EndsWith("mp4", StringComparison.Ordinal) ? "video_url" : "image_url"] = Url(file), ["is_carousel_item"] = true }
        );

    private async Task<JsonNode> Carousel(string account, string[] children) =>
        await sandbox.Tool(
            account,
            MakeCarousel,
            new()
            {
                ["ig_user_id"] = await sandbox.IdOf(account),
                ["children"] = new JsonArray([.. children.Select(child => JsonValue.Create(child))]),
            }
        );

    private async Task<string> Id(string account, JsonObject arguments) => (await Make(account, arguments))["data"]!["id"]!.ToString();

    private async Task<JsonNode> Make(string account, JsonObject arguments)
    {
        arguments["ig_user_id"] = await sandbox.IdOf(account);
        return await sandbox.Tool(account, MakeContainer, arguments);
    }
}
