using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

[Collection(nameof(SharedSystem))]
public sealed class A_review_from_outside(LiveSystem system)
{
    private const string Review =
        "{ review { campaignName reviewerName posts { id contentHash decision composedCaption comments { text isYours } } } }";

    [Fact]
    public async Task approves_what_then_goes_out_and_is_proved_by_its_evidence()
    {
        var mine = await Workspace.Open(system);
        var post = (await mine.ApprovedPosts(1))[0];
        await system.Mutate(mine.Token, "setApprovalPolicy", "receipt { version }", new() { ["policy"] = "EXTERNAL" });
        var (invite, token) = await Invite(mine, post);

        var seen = (await system.Query(token, Review))["review"]!;
        Assert.Equal(("Spring", "Carla"), ((string?)seen["campaignName"], (string?)seen["reviewerName"]));
        var shown = seen["posts"]![0]!;
        Assert.NotEmpty((string)shown["composedCaption"]!);
        await system.Mutate(token, "reviewComment", "itemId", new() { ["itemId"] = post, ["text"] = "Lovely bicycles." });
        var approved = await system.Mutate(
            token,
            "reviewApprove",
            "review { posts { decision comments { text isYours } } }",
            new() { ["itemId"] = post, ["contentHash"] = (string?)shown["contentHash"] }
        );
        Assert.Equal(
            """{"posts":[{"decision":"APPROVED","comments":[{"text":"Lovely bicycles.","isYours":true}]}]}""",
            approved["review"]!.ToJsonString()
        );

        var schedule = mine.Schedule(post, TimeProvider.System.GetUtcNow().AddHours(30));
        var publication = (string)(await system.Mutate(mine.Token, "schedulePost", "publicationId", schedule))["publicationId"]!;
        Assert.Equal("SLOT", (string?)(await Why(mine, publication))["cause"]);
        await system.Mutate(mine.Token, "publishNow", "publicationId", new() { ["publicationId"] = publication });
        await mine.Live(publication);

        var (status, pack) = await Evidence(mine.Token, publication);
        Assert.Equal(200, status);
        var entries = JsonNode.Parse(pack)!["entries"]!.AsArray();
        Assert.Equal((string?)JsonNode.Parse(pack)!["head"], (string?)entries[^1]!["hash"]);
        Assert.Contains(
            entries,
            fact => (string?)fact!["actor"] == $"reviewer:{invite}" && (string?)fact["name"] == "campaign.item_approved.v1"
        );
        Assert.Contains(entries, fact => (string?)fact!["name"] == "generation.requested.v1");
        Assert.Equal("live", (string?)JsonNode.Parse(pack)!["outcome"]!["state"]);
        Assert.DoesNotContain("rube_", pack, StringComparison.Ordinal);

        var stranger = await system.Token("org_stranger");
        Assert.Equal(404, (await Evidence(stranger, publication)).Status);
        Assert.Equal(404, (await Evidence(mine.Token, "019abcde-0000-7000-8000-000000000000")).Status);
        Assert.Equal(401, (await Evidence(token, publication)).Status);
    }

    [Fact]
    public async Task opens_nothing_but_itself_and_nothing_once_it_is_taken_back()
    {
        var mine = await Workspace.Open(system);
        var post = (await mine.ApprovedPosts(1))[0];
        var (invite, token) = await Invite(mine, post);

        foreach (var field in (string[])["me { user }", "campaigns { nodes { id } }", "tenant { id }"])
            Assert.Equal("UNAUTHENTICATED", Code((await system.Ask(token, $"{{ {field} }}")).Body));
        Assert.Equal(
            "UNAUTHENTICATED",
            Code(
                (
                    await system.Ask(
                        token,
                        LiveSystem.Document("holdTenant", "receipt { version }"),
                        new()
                        {
                            ["input"] = new JsonObject { ["reason"] = "Mine now.", ["commandId"] = system.New("command") },
                        }
                    )
                ).Body
            )
        );
        Assert.Equal("NOT_FOUND", Code((await system.Ask(mine.Token, Review)).Body));

        await system.Mutate(mine.Token, "revokeInvite", "inviteId", new() { ["campaignId"] = mine.Campaign, ["inviteId"] = invite });
        var revoked = (await system.Ask(token, Review)).Body;
        var madeUp = (await system.Ask($"rvw1.{new string('A', 80)}.{new string('A', 43)}", Review)).Body;
        Assert.Equal("NOT_FOUND", Code(revoked));
        Assert.Equal(revoked!.ToJsonString(), madeUp!.ToJsonString());
    }

    private async Task<(string Invite, string Token)> Invite(Workspace mine, string post)
    {
        var invited = await system.Mutate(
            mine.Token,
            "inviteReviewer",
            "inviteId token",
            new()
            {
                ["campaignId"] = mine.Campaign,
                ["itemIds"] = new JsonArray(post),
                ["name"] = "Carla",
                ["expiresAt"] = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"),
            }
        );
        return ((string)invited["inviteId"]!, (string)invited["token"]!);
    }

    private async Task<JsonNode> Why(Workspace mine, string publication) =>
        await LiveSystem.Until(
            TimeSpan.FromSeconds(60),
            async () =>
                (
                    await system.Query(
                        mine.Token,
                        "query($id: ID!) { publication(id: $id) { whyNotYet { cause since nextWakeUp inWords also { cause } } } }",
                        new() { ["id"] = publication }
                    )
                )["publication"]?["whyNotYet"]
        );

    private Task<(int Status, string Body)> Evidence(string token, string publication) =>
        system.Get($"/publications/{publication}/evidence", "Authorization", $"Bearer {token}");

    private static string? Code(JsonNode? body) => (string?)body?["errors"]?[0]?["extensions"]?["code"];
}
