using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

public sealed class What_Instagram_refuses(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("square.png", 36001, 2207005)]
    [InlineData("disguised.jpg", 36001, 2207005)]
    [InlineData("broken.jpg", 36001, 2207005)]
    [InlineData("huge.jpg", 36000, 2207004)]
    [InlineData("tall.jpg", 36003, 2207009)]
    [InlineData("wide.jpg", 36003, 2207009)]
    [InlineData("missing.jpg", 9004, 2207052)]
    [InlineData("moved.jpg", 9004, 2207052)]
    [InlineData("login", 9004, 2207052)]
    public async Task is_a_picture_it_cannot_use(string picture, int code, int subcode) =>
        Assert.Equal((code, subcode), GraphError.Of(await sandbox.Upload("club", picture)));

    [Theory]
    [InlineData("square.jpg")]
    [InlineData("portrait.jpg")]
    public async Task is_not_a_jpeg_of_an_allowed_ratio(string picture) =>
        Assert.True((await sandbox.Upload("club", picture))["successful"]!.GetValue<bool>());

    [Fact]
    public async Task is_not_a_tall_story() =>
        Assert.True((await sandbox.Upload("club", "tall.jpg", mediaType: "STORIES"))["successful"]!.GetValue<bool>());

    [Theory]
    [InlineData('x', 2201, "")]
    [InlineData('#', 31, "tag ")]
    [InlineData('@', 21, "name ")]
    public async Task is_a_caption_over_its_limits(char sign, int times, string after)
    {
        var (over, within) = (Repeat(times), Repeat(times - 1));
        Assert.Equal((100, 2207010), GraphError.Of(await sandbox.Upload("club", "square.jpg", over)));
        Assert.True((await sandbox.Upload("club", "square.jpg", within))["successful"]!.GetValue<bool>());

        string Repeat(int count) =>
            string.Concat(Enumerable.Range(0, count).Select(i => after == "" ? $"{sign}" : $"{sign}{after.Trim()}{i} "));
    }

    [Fact]
    public async Task is_a_video_that_is_not_a_reel() =>
        Assert.Equal((100, 2207023), GraphError.Of(await sandbox.Upload("club", "square.jpg", mediaType: "VIDEO")));

    [Fact]
    public async Task is_an_account_that_is_not_the_tokens()
    {
        var theirs = await sandbox.IdOf("rival");
        var arguments = new JsonObject { ["ig_user_id"] = theirs, ["image_url"] = $"{sandbox.Pictures}/square.jpg" };
        Assert.Equal((100, 33), GraphError.Of(await sandbox.Tool("club", "INSTAGRAM_CREATE_MEDIA_CONTAINER", arguments)));
    }

    [Fact]
    public async Task is_a_container_of_another_account()
    {
        var theirs = await sandbox.Container("rival");
        Assert.Equal((24, 2207006), GraphError.Of(await sandbox.Publish("club", theirs)));
        Assert.Equal((24, 2207006), GraphError.Of(await sandbox.Publish("club", "1")));
    }

    [Fact]
    public async Task is_an_argument_it_does_not_know()
    {
        var reply = await sandbox.Tool("club", "INSTAGRAM_GET_POST_STATUS", new() { ["creation_id"] = "1", ["verbose"] = true });
        Assert.Contains("verbose", reply["error"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task is_a_carousel_of_too_few_or_too_many(int items)
    {
        var urls = new JsonArray([.. Enumerable.Repeat($"{sandbox.Pictures}/square.jpg", items).Select(url => (JsonNode)url)]);
        var arguments = new JsonObject { ["ig_user_id"] = await sandbox.IdOf("club"), ["child_image_urls"] = urls };
        Assert.Equal((100, 2207028), GraphError.Of(await sandbox.Tool("club", "INSTAGRAM_CREATE_CAROUSEL_CONTAINER", arguments)));
    }
}
