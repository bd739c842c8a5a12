using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>A tenant that has one of everything.</summary>
internal sealed class OwnedThings
{
    private readonly LiveSystem system;
    private readonly Workspace mine;

    private OwnedThings(LiveSystem system, Workspace mine) => (this.system, this.mine) = (system, mine);

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
        return (
            new(system, mine),
            new()
            {
                ["campaign"] = mine.Campaign,
                ["post"] = post,
                ["publication"] = (string)publication["publicationId"]!,
                ["account"] = mine.Account,
                ["brand"] = (string)brand["brandId"]!,
                ["webhook"] = (string)webhook["webhookId"]!,
                ["invite"] = (string)invited["inviteId"]!,
                ["media"] = (string)media["campaign"]!["posts"]![0]!["media"]!["key"]!,
                ["series"] = (string)invited["inviteId"]!,
                ["delivery"] = (string)invited["inviteId"]!,
            }
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
