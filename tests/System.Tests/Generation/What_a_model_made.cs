using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Generation;

public sealed class What_a_model_made(GenerationSystem system) : IClassFixture<GenerationSystem>
{
    [Fact]
    public async Task is_told_with_the_post_though_its_words_are_a_persons_and_its_picture_is_taken_from_the_gallery()
    {
        var workspace = await Workspace.Open(system);
        var drawn = (await workspace.ApprovedPosts(1))[0];
        var picture = await LiveSystem.Until(TimeSpan.FromSeconds(60), () => InGallery(workspace));
        var byHand = await system.Mutate(
            workspace.Token,
            "addPost",
            "itemId",
            new()
            {
                ["campaignId"] = workspace.Campaign,
                ["platform"] = "INSTAGRAM",
                ["caption"] = "In my own words.",
            }
        );
        var post = new JsonObject { ["campaignId"] = workspace.Campaign, ["itemId"] = (string)byHand["itemId"]! };
        await system.Mutate(workspace.Token, "attachMedia", "itemId", With(post, "mediaKey", picture));
        await system.Mutate(workspace.Token, "approvePost", "itemId", post);
        Assert.NotEqual(drawn, (string)post["itemId"]!);

        var due = workspace.Schedule((string)post["itemId"]!, TimeProvider.System.GetUtcNow().AddSeconds(3));
        var publication = (string)(await system.Mutate(workspace.Token, "schedulePost", "publicationId", due))["publicationId"]!;
        await workspace.Live(publication);

        var told = (
            await system.Query(
                workspace.Token,
                "query($id: ID!) { publication(id: $id) { madeBy { provider } media { madeBy { provider model promptVersion } } } }",
                new() { ["id"] = publication }
            )
        )["publication"]!;
        Assert.True(told["madeBy"] is not null && told["media"]?["madeBy"] is not null, told.ToJsonString());
        Assert.Equal("gemini", (string?)told["madeBy"]!["provider"]);
        Assert.StartsWith("item-picture.", (string?)told["media"]!["madeBy"]!["promptVersion"], StringComparison.Ordinal);
        // And the picture that went out says so itself, as platforms look for it.
        Assert.True((bool)Assert.Single(await system.Published(workspace.Username))["arguments"]!["says_ai_made"]!);
    }

    private static JsonObject With(JsonObject input, string name, string value)
    {
        var more = (JsonObject)input.DeepClone();
        more[name] = value;
        return more;
    }

    private async Task<string?> InGallery(Workspace workspace) =>
        (string?)
            (await system.Query(workspace.Token, "{ mediaAssets(first: 1) { nodes { key } } }"))["mediaAssets"]!["nodes"]!
                .AsArray()
                .FirstOrDefault()
                ?["key"];
}
