using System.Text.Json.Nodes;

namespace Campaigns.RunningSystem;

public sealed class A_campaigns_past(LiveSystem system) : IClassFixture<LiveSystem>
{
    private const string Then = "query($id: ID!, $then: String!) { campaignAsOf(id: $id, asOf: { position: $then }) { name version } }";

    [Fact]
    public async Task is_told_to_its_tenant_and_to_nobody_else()
    {
        var mine = await Workspace.Open(system);
        var stranger = await system.Token("org_stranger");
        var first = await Rename(mine, "Summer");
        var second = await Rename(mine, "Autumn");
        var then = new JsonObject { ["id"] = mine.Campaign, ["then"] = first };

        Assert.Equal("""{"campaignAsOf":{"name":"Summer","version":2}}""", (await system.Query(mine.Token, Then, then)).ToJsonString());
        Assert.Equal("""{"campaignAsOf":null}""", (await system.Query(stranger, Then, then)).ToJsonString());
        Assert.Equal(
            """{"campaign":{"history":{"nodes":[{"changes":[{"field":"name","from":"Summer","to":"Autumn"}]}]}}}""",
            (
                await system.Query(
                    mine.Token,
                    """
                    query($id: ID!, $now: String!) {
                      campaign(id: $id, atLeast: $now) { history(last: 1) { nodes { changes { field from to } } } }
                    }
                    """,
                    new() { ["id"] = mine.Campaign, ["now"] = second }
                )
            ).ToJsonString()
        );
    }

    private async Task<string> Rename(Workspace workspace, string name)
    {
        var renamed = await system.Mutate(
            workspace.Token,
            "renameCampaign",
            "receipt { position }",
            new() { ["campaignId"] = workspace.Campaign, ["name"] = name }
        );
        return (string)renamed["receipt"]!["position"]!;
    }
}
