using System.Text.Json.Nodes;
using static Campaigns.Demo.Screen;

namespace Campaigns.Demo;

/// <summary>The main job, through the public API alone: from a brief to a published post and its history.</summary>
internal sealed partial class Play(GraphQLClient api, Sandbox sandbox, TimeProvider clock, Brief brief)
{
    private static readonly TimeSpan ForModels = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForPublishing = TimeSpan.FromMinutes(8);

    /// <summary>Nobody watches a demo for longer than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    // One prefix a run: every command of it can be repeated, and no two runs meet.
    private readonly string run = $"demo-{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    /// <summary>Plays it. False: it is scheduled, and due so late that nobody waits for it.</summary>
    /// <exception cref="DemoFailure">Something did not go as it should.</exception>
    public async Task<bool> Run()
    {
        var before = await sandbox.Now();

        Step("Brand and account");
        var brand = await CreateBrand();
        var (account, username) = await ConnectAccount();

        Step("The brief");
        var campaign = await CreateCampaign(brand);

        Step("Written and illustrated by Gemini");
        var posts = await Written(campaign);
        var post = posts.First(post => (string)post!["platform"]! == "INSTAGRAM")!;

        Step("Approved");
        await Approve(campaign, post);

        Step("Scheduled");
        var publication = await Schedule(campaign, (string)post["id"]!, account, "photo");
        var companions = await Companions(campaign, posts, account);

        if (await Due(publication) is var due && due - clock.GetUtcNow() > LongestWait)
        {
            Say($"it goes out in {Told(due - clock.GetUtcNow())}; the demo does not wait for it, the system does");
            Step("Its history so far, from the read model");
            await History(campaign);
            return false;
        }

        Step("Published to Instagram through Rube");
        await Live("PHOTO", publication);
        foreach (var (kind, companion) in companions)
            await Live(kind, companion);

        Step("Its history, from the read model");
        await History(campaign);

        Say($"its plain events: ./campaigns events campaign-{await Tenant()}/{campaign}");

        Step("What the platform says");
        await Check(username, before, 1 + companions.Count, (string)post["composedCaption"]!);
        return true;
    }

    private JsonObject Command(string name, JsonObject input)
    {
        input["commandId"] = $"{run}-{name}";
        return input;
    }

    private async Task<string> CreateBrand()
    {
        var payload = await api.Mutate(
            "createBrand",
            "CreateBrandInput",
            "brandId",
            Command(
                "brand",
                new()
                {
                    ["name"] = brief.Brand.Name,
                    ["language"] = brief.Brand.Language,
                    ["description"] = brief.Brand.Description,
                    ["primaryColor"] = brief.Brand.PrimaryColor,
                    ["secondaryColor"] = brief.Brand.SecondaryColor,
                    ["tertiaryColor"] = brief.Brand.TertiaryColor,
                    ["tone"] = brief.Brand.Tone,
                }
            )
        );
        Say($"brand {brief.Brand.Name} ({brief.Brand.Language}): {payload["brandId"]}");
        return (string)payload["brandId"]!;
    }

    private async Task<(string Account, string Username)> ConnectAccount()
    {
        var payload = await api.Mutate(
            "connectInstagramAccount",
            "ConnectInstagramAccountInput",
            "accountId account { username }",
            Command("account", new() { ["token"] = brief.Publish.RubeToken })
        );
        var username = (string)payload["account"]!["username"]!;
        Say($"Instagram account @{username}: {payload["accountId"]}");
        return ((string)payload["accountId"]!, username);
    }

    private async Task<string> CreateCampaign(string brand)
    {
        var payload = await api.Mutate(
            "createCampaign",
            "CreateCampaignInput",
            "campaignId",
            Command(
                "campaign",
                new()
                {
                    ["name"] = brief.Campaign.Name,
                    ["brief"] = brief.Campaign.Brief,
                    ["brandId"] = brand,
                }
            )
        );
        Say($"campaign \"{brief.Campaign.Name}\": {payload["campaignId"]}");
        return (string)payload["campaignId"]!;
    }

    private async Task<JsonArray> Written(string campaign)
    {
        await api.Mutate(
            "writeCampaign",
            "WriteCampaignInput",
            "campaignId",
            Command(
                "write",
                new()
                {
                    ["campaignId"] = campaign,
                    ["language"] = brief.Posts.Language,
                    ["tone"] = brief.Posts.Tone,
                    ["posts"] = new JsonArray([
                        .. brief.Posts.Counts.Select(count => new JsonObject { ["platform"] = count.Platform, ["count"] = count.Count }),
                    ]),
                }
            )
        );
        var posts = await Until(ForModels, "the posts and their pictures", () => Illustrated(campaign));
        foreach (var post in posts)
            Say(
                $"{post!["platform"]}: {post["composedCaption"]}\n   picture {post["media"]!["width"]}×{post["media"]!["height"]}: {post["media"]!["url"]}\n"
            );
        return posts;
    }

    private async Task<JsonArray?> Illustrated(string campaign)
    {
        var data = await api.Query(
            """
            query($id: ID!) {
              campaign(id: $id) {
                writing { state problem { code message } }
                posts {
                  id platform composedCaption contentHash
                  media { key url width height }
                  illustration { state problem { code message } }
                }
              }
            }
            """,
            new() { ["id"] = campaign }
        );
        var found = data["campaign"];
        if (found?["writing"]?["problem"] is { } text)
            throw new DemoFailure($"the posts could not be written: {text["code"]}: {text["message"]}");
        var posts = found?["posts"] as JsonArray;
        if (posts?.Select(post => post!["illustration"]?["problem"]).FirstOrDefault(problem => problem is not null) is { } picture)
            throw new DemoFailure($"a picture could not be drawn: {picture["code"]}: {picture["message"]}");
        var wanted = brief.Posts.Counts.Sum(count => count.Count);
        return posts?.Count == wanted && posts.All(post => post!["media"] is not null) ? posts : null;
    }

    private async Task Approve(string campaign, JsonNode post)
    {
        var item = (string)post["id"]!;
        await api.Mutate(
            "requestApproval",
            "RequestApprovalInput",
            "itemId",
            Command(
                "ask",
                new()
                {
                    ["campaignId"] = campaign,
                    ["itemId"] = item,
                    ["note"] = "Ready to go out?",
                }
            )
        );
        await api.Mutate(
            "approvePost",
            "ApprovePostInput",
            "itemId",
            Command(
                "approve",
                new()
                {
                    ["campaignId"] = campaign,
                    ["itemId"] = item,
                    ["contentHash"] = (string)post["contentHash"]!,
                }
            )
        );
        Say($"the approval binds content {((string)post["contentHash"]!)[..12]}…; any edit would void it");
    }

    private async Task<T> Until<T>(TimeSpan patience, string what, Func<Task<T?>> look)
        where T : class
    {
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < patience)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(500), clock);
        }
        throw new DemoFailure($"waited {patience.TotalMinutes:0} minutes for {what}, in vain");
    }
}
