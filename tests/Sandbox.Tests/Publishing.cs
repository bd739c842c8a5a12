using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Tests;

public sealed class Publishing(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Fact]
    public async Task makes_one_live_post_with_picture_caption_and_journal_entry()
    {
        var id = await sandbox.Container("one", "Bom dia, mundo");
        var published = await sandbox.Publish("one", id);

        var mediaId = published["data"]!["id"]!.ToString();
        var entry = Assert.Single(await sandbox.Published("one"));
        Assert.Equal("ok", entry["outcome"]!.ToString());
        Assert.Equal(mediaId, entry["result"]!["id"]!.ToString());
        Assert.Equal("Bom dia, mundo", entry["arguments"]!["caption"]!.ToString());

        var post = Assert.Single(await sandbox.Get("/_feed?account=one"))!;
        Assert.Equal(mediaId, post["id"]!.ToString());
        Assert.Equal(Picture.Jpeg(640, 640), await sandbox.Http.GetByteArrayAsync($"/_feed/{mediaId}.jpg"));
        Assert.Contains("Bom dia, mundo", await sandbox.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("PUBLISHED", await sandbox.Status("one", id));
    }

    [Fact]
    public async Task the_same_container_again_is_a_conflict()
    {
        var id = await sandbox.Container("again");
        await sandbox.Publish("again", id);

        Assert.Equal((409, null), GraphError.Of(await sandbox.Publish("again", id)));
        Assert.Single(await sandbox.Published("again"));
    }

    [Fact]
    public async Task may_be_denied_for_a_while_and_is_a_conflict_all_the_same()
    {
        var id = await sandbox.Container("denied");
        await sandbox.Fault(
            new()
            {
                ["provider"] = "instagram",
                ["kind"] = "status_lies",
                ["account"] = "denied",
                ["times"] = 2,
            }
        );
        await sandbox.Publish("denied", id);

        Assert.Equal("FINISHED", await sandbox.Status("denied", id));
        Assert.Equal((409, null), GraphError.Of(await sandbox.Publish("denied", id)));
        Assert.Equal("FINISHED", await sandbox.Status("denied", id));
        Assert.Equal("PUBLISHED", await sandbox.Status("denied", id));
        Assert.Single(await sandbox.Published("denied"));
    }

    [Fact]
    public async Task the_same_container_many_times_at_once_makes_one_post()
    {
        var id = await sandbox.Container("race");
        var replies = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => sandbox.Publish("race", id)));

        Assert.Single(replies, reply => reply["successful"]!.GetValue<bool>());
        Assert.Single(await sandbox.Published("race"));
        Assert.Single(await sandbox.Get("/_feed?account=race"));
    }

    [Fact]
    public async Task a_carousel_shows_its_items_in_order()
    {
        var (account, children) = (await sandbox.IdOf("album"), new JsonArray());
        foreach (var picture in (string[])["square.jpg", "portrait.jpg"])
        {
            var item = new JsonObject
            {
                ["ig_user_id"] = account,
                ["image_url"] = $"{sandbox.Pictures}/{picture}",
                ["is_carousel_item"] = true,
            };
            children.Add((await sandbox.Tool("album", "INSTAGRAM_POST_IG_USER_MEDIA", item))["data"]!["id"]!.ToString());
        }
        foreach (var child in children)
            await sandbox.Until("album", child!.ToString(), "FINISHED");
        var parent = new JsonObject
        {
            ["ig_user_id"] = account,
            ["children"] = children,
            ["media_type"] = "CAROUSEL",
            ["caption"] = "Two",
        };
        var container = (await sandbox.Tool("album", "INSTAGRAM_POST_IG_USER_MEDIA", parent))["data"]!["id"]!.ToString();
        var media = (await sandbox.Publish("album", container))["data"]!["id"]!.ToString();

        Assert.Equal(Picture.Jpeg(640, 640), await sandbox.Http.GetByteArrayAsync($"/_feed/{media}.jpg?slide=0"));
        Assert.Equal(Picture.Jpeg(800, 1000), await sandbox.Http.GetByteArrayAsync($"/_feed/{media}.jpg?slide=1"));
        Assert.Equal((100, 2207028), GraphError.Of(await sandbox.Publish("album", children[0]!.ToString())));
    }

    [Fact]
    public async Task a_post_can_be_found_again_by_listing()
    {
        await sandbox.Publish("listed", await sandbox.Container("listed", "Find me"));

        var list = await sandbox.Tool("listed", "INSTAGRAM_GET_IG_USER_MEDIA", new() { ["ig_user_id"] = "me" });
        var media = Assert.Single(list["data"]!["data"]!.AsArray())!;
        Assert.Equal("Find me", media["caption"]!.ToString());
        Assert.Equal("listed", media["username"]!.ToString());
    }
}
