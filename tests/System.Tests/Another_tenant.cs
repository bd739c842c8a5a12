namespace Campaigns.RunningSystem;

[Collection(nameof(SharedSystem))]
public sealed class Another_tenant(LiveSystem system)
{
    [Fact]
    public async Task cannot_tell_a_campaign_it_does_not_own_from_one_that_does_not_exist()
    {
        var mine = await Workspace.Open(system);
        var stranger = await system.Token("org_stranger");
        const string Missing = "019abcde-0000-7000-8000-000000000000";

        foreach (var id in new[] { mine.Campaign, Missing })
        {
            var seen = await system.Query(
                stranger,
                "query($id: ID!) { campaign(id: $id) { id } node(id: $id) { id } }",
                new() { ["id"] = id }
            );
            Assert.Null(seen["campaign"]);
            Assert.Null(seen["node"]);
            var renamed = await system.TryMutate(
                stranger,
                "renameCampaign",
                "campaignId",
                new() { ["campaignId"] = id, ["name"] = "Stolen" }
            );
            Assert.Equal("""[{"code":"campaign.not_found","field":"campaignId"}]""", renamed["errors"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task without_a_good_token_is_nobody()
    {
        var (body, status) = await system.Ask("nonsense", "{ me { user } }");

        Assert.Equal(401, status);
        Assert.Equal("UNAUTHENTICATED", (string?)body!["errors"]![0]!["extensions"]!["code"]);
    }
}
