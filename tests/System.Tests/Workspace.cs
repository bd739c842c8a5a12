using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

/// <summary>A tenant with an account and a campaign, as a person would set them up.</summary>
internal sealed class Workspace
{
    private readonly LiveSystem system;

    private Workspace(LiveSystem system, string token, string username) => (this.system, Token, Username) = (system, token, username);

    /// <summary>Whose it all is.</summary>
    public string Tenant => $"org_{Username}";

    /// <summary>Opens its API.</summary>
    public string Token { get; }

    /// <summary>Its Instagram account.</summary>
    public string Username { get; }

    /// <summary>Our id of it.</summary>
    public string Account { get; private set; } = "";

    /// <summary>Its campaign.</summary>
    public string Campaign { get; private set; } = "";

    public static async Task<Workspace> Open(LiveSystem system)
    {
        var name = system.New("club");
        var workspace = new Workspace(system, await system.Token($"org_{name}"), name);
        var account = await system.Mutate(workspace.Token, "connectInstagramAccount", "accountId", new() { ["token"] = $"rube_{name}" });
        workspace.Account = (string)account["accountId"]!;
        var campaign = await system.Mutate(
            workspace.Token,
            "createCampaign",
            "campaignId",
            new() { ["name"] = "Spring", ["brief"] = "A spring sale of bicycles in Lisbon, with coffee for everyone." }
        );
        workspace.Campaign = (string)campaign["campaignId"]!;
        return workspace;
    }

    /// <summary>Written, illustrated and approved posts.</summary>
    public async Task<List<string>> ApprovedPosts(int count)
    {
        await system.Mutate(
            Token,
            "writeCampaign",
            "campaignId",
            new()
            {
                ["campaignId"] = Campaign,
                ["language"] = "en",
                ["posts"] = new JsonArray(new JsonObject { ["platform"] = "INSTAGRAM", ["count"] = count }),
            }
        );
        var posts = await LiveSystem.Until(TimeSpan.FromSeconds(120), () => Illustrated(count));
        foreach (var post in posts)
            await system.Mutate(Token, "approvePost", "itemId", new() { ["campaignId"] = Campaign, ["itemId"] = post });
        return posts;
    }

    /// <summary>What <c>schedulePost</c> is asked with.</summary>
    public JsonObject Schedule(string post, DateTimeOffset at) =>
        new()
        {
            ["campaignId"] = Campaign,
            ["itemId"] = post,
            ["accountId"] = Account,
            ["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
            ["zone"] = "Etc/UTC",
        };

    /// <summary>Waits until a publication is live.</summary>
    public async Task<JsonNode> Live(string publication) =>
        await LiveSystem.Until(
            TimeSpan.FromSeconds(180),
            async () =>
            {
                var data = await system.Query(
                    Token,
                    "query($id: ID!) { publication(id: $id) { status mediaId liveAt dueAt } }",
                    new() { ["id"] = publication }
                );
                return (string?)data["publication"]?["status"] == "LIVE" ? data["publication"] : null;
            }
        );

    private async Task<List<string>?> Illustrated(int count)
    {
        var data = await system.Query(
            Token,
            "query($id: ID!) { campaign(id: $id) { posts { id media { url } } } }",
            new() { ["id"] = Campaign }
        );
        // The read model may not have heard of the campaign yet.
        return data["campaign"]?["posts"] is JsonArray posts && posts.Count == count && posts.All(post => post!["media"] is not null)
            ? [.. posts.Select(post => (string)post!["id"]!)]
            : null;
    }
}
