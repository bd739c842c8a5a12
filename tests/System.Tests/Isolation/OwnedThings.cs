using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>A tenant that has one of everything.</summary>
internal sealed class OwnedThings
{
    private readonly LiveSystem system;
    private readonly Workspace mine;
    private readonly Dictionary<string, string> ids;

    private OwnedThings(LiveSystem system, Workspace mine, Dictionary<string, string> ids) =>
        (this.system, this.mine, this.ids) = (system, mine, ids);

    /// <summary>Opens its API.</summary>
    public string Token => mine.Token;

    /// <summary>Its id.</summary>
    public string Tenant => $"org_{mine.Username}";

    /// <summary>The tenant, and the id of one thing of each kind.</summary>
    public static async Task<(OwnedThings Owner, Dictionary<string, string> Ids)> Of(LiveSystem system)
    {
        var mine = await Workspace.Open(system);
        var post = (await mine.ApprovedPosts(1))[0];
        var publication = await system.Mutate(
            mine.Token,
            "schedulePost",
            "publicationId",
            mine.Schedule(post, TimeProvider.System.GetUtcNow().AddDays(20))
        );
        var brand = await system.Mutate(mine.Token, "createBrand", "brandId", new() { ["name"] = "Padaria", ["language"] = "pt-PT" });
        var webhook = await system.Mutate(mine.Token, "createWebhook", "webhookId", new() { ["url"] = "http://127.0.0.1:9/hook" });
        var invited = await system.Mutate(
            mine.Token,
            "inviteReviewer",
            "inviteId",
            new()
            {
                ["campaignId"] = mine.Campaign,
                ["itemIds"] = new JsonArray(post),
                ["name"] = "Carla",
                ["expiresAt"] = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"),
            }
        );
        var media = await system.Query(
            mine.Token,
            "query($id: ID!) { campaign(id: $id) { posts { media { key } } } }",
            new() { ["id"] = mine.Campaign }
        );
        var ids = new Dictionary<string, string>
        {
            ["campaign"] = mine.Campaign,
            ["post"] = post,
            ["publication"] = (string)publication["publicationId"]!,
            ["account"] = mine.Account,
            ["brand"] = (string)brand["brandId"]!,
            ["webhook"] = (string)webhook["webhookId"]!,
            ["invite"] = (string)invited["inviteId"]!,
            ["media"] = (string)media["campaign"]!["posts"]![0]!["media"]!["key"]!,
            ["series"] = (string)invited["inviteId"]!, // of these there is none: any id of another tenant's will do
            ["delivery"] = (string)invited["inviteId"]!,
        };
        return (new(system, mine, ids), ids);
    }

    /// <summary>Something happens to its campaign, to its post, and to its publication.</summary>
    public async Task ChangeEverything()
    {
        await system.Mutate(Token, "improveBrief", "campaignId", new() { ["campaignId"] = ids["campaign"] });
        await system.Mutate(Token, "renameCampaign", "campaignId", new() { ["campaignId"] = ids["campaign"], ["name"] = "Summer" });
        await system.Mutate(
            Token,
            "commentOnPost",
            "itemId",
            new()
            {
                ["campaignId"] = ids["campaign"],
                ["itemId"] = ids["post"],
                ["text"] = "Nice.",
                ["isInternal"] = true,
            }
        );
        await system.Mutate(
            Token,
            "holdPublication",
            "publicationId",
            new() { ["publicationId"] = ids["publication"], ["reason"] = "Later." }
        );
    }

    /// <summary>What happened to it, in short: the same as long as nothing does.</summary>
    public async Task<string> Fingerprint()
    {
        var history = await system.Query(
            Token,
            "{ history(first: 100) { nodes { id version eventName } } webhookEndpoints { nodes { id url state } } }"
        );
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(history.ToJsonString())));
    }
}
