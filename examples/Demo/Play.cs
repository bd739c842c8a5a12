using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using static Campaigns.Demo.Screen;

namespace Campaigns.Demo;

/// <summary>The main job, through the public API alone: from a brief to a published post and its history.</summary>
internal sealed class Play(GraphQLClient api, Sandbox sandbox, TimeProvider clock, Brief brief)
{
    private static readonly TimeSpan ForModels = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ForPublishing = TimeSpan.FromMinutes(8);

    // One prefix a run: every command of it can be repeated, and no two runs meet.
    private readonly string run = $"demo-{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    /// <summary>Plays it.</summary>
    /// <exception cref="DemoFailure">Something did not go as it should.</exception>
    public async Task Run()
    {
        var before = await sandbox.Now();

        Step("Brand and account");
        var brand = await CreateBrand();
        var (account, username) = await ConnectAccount();

        Step("The brief");
        var campaign = await CreateCampaign(brand);

        Step("Written and illustrated by Gemini");
        var post = await Written(campaign);

        Step("Approved");
        await Approve(campaign, post);

        Step("Scheduled");
        var publication = await Schedule(campaign, post, account);

        Step("Published to Instagram through Rube");
        await Live(publication);

        Step("Its history, from the read model");
        await History(publication);

        Step("What the platform says");
        await Check(username, before, (string)post["composedCaption"]!);
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

    private async Task<JsonNode> Written(string campaign)
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
        return posts.First(post => (string)post!["platform"]! == "INSTAGRAM")!;
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
                  media { url width height }
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

    private async Task<string> Schedule(string campaign, JsonNode post, string account)
    {
        var at = brief.Publish.At ?? InAMoment();
        var payload = await api.Mutate(
            "schedulePost",
            "SchedulePostInput",
            "publicationId receipt { position }",
            Command(
                "schedule",
                new()
                {
                    ["campaignId"] = campaign,
                    ["itemId"] = (string)post["id"]!,
                    ["accountId"] = account,
                    ["at"] = at,
                    ["zone"] = brief.Publish.Zone,
                }
            )
        );
        Say($"publication {payload["publicationId"]}: due {at} in {brief.Publish.Zone}");
        return (string)payload["publicationId"]!;
    }

    private string InAMoment() =>
        LocalDateTimePattern.GeneralIso.Format(
            Instant
                .FromDateTimeOffset(clock.GetUtcNow().AddSeconds(brief.Publish.InSeconds))
                .InZone(DateTimeZoneProviders.Tzdb[brief.Publish.Zone])
                .LocalDateTime
        );

    private async Task Live(string publication)
    {
        var seen = "";
        var patience = ForPublishing + (brief.Publish.At is null ? TimeSpan.FromSeconds(brief.Publish.InSeconds) : TimeSpan.FromDays(1));
        await Until(
            patience,
            "the post to go out",
            async () =>
            {
                var data = await api.Query(
                    "query($id: ID!) { publication(id: $id) { status dueAt mediaId liveAt lastProblem { code message } } }",
                    new() { ["id"] = publication }
                );
                var status = (string?)data["publication"]?["status"] ?? "";
                if (status != seen)
                    Say($"{clock.GetUtcNow():HH:mm:ss} {status}");
                seen = status;
                if (status is "WITHDRAWN" or "SKIPPED" or "FAILED" or "NEEDS_PERSON")
                    throw new DemoFailure($"it ended as {status}: {data["publication"]!["lastProblem"]?["message"]}");
                if (status is not "LIVE")
                    return null;
                Say($"due {data["publication"]!["dueAt"]}, live {data["publication"]!["liveAt"]}, media {data["publication"]!["mediaId"]}");
                return data["publication"];
            }
        );
    }

    private async Task History(string publication)
    {
        var data = await api.Query(
            "query($id: ID!) { publication(id: $id) { history(first: 100) { nodes { at actor eventName summary } } } }",
            new() { ["id"] = publication }
        );
        foreach (var happened in data["publication"]!["history"]!["nodes"]!.AsArray())
            Say($"{happened!["at"]}  {(string)happened["actor"]!, -18}  {happened["summary"]}");
    }

    private async Task Check(string username, long before, string caption)
    {
        var published = await sandbox.Published(username, before);
        foreach (var entry in published)
            Say($"{entry["at"]}  @{username}  {entry["result"]?["permalink"]}");
        if (published.Count != 1)
            throw new DemoFailure(
                $"the platform shows {published.Count} publishes on @{username} since the demo began; there should be exactly one"
            );
        Say($"exactly one publish, of \"{caption.Split('\n')[0]}\"");
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
