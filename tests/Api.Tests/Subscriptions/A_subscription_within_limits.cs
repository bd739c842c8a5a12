using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Tests.Subscriptions;

public sealed class A_subscription_within_limits(LiveApi api) : IClassFixture<LiveApi>
{
    private const string Campaigns =
        "subscription($id: ID, $after: String) { change: campaignChanged(id: $id, after: $after) { position } }";

    [Fact]
    public async Task refuses_a_position_that_nothing_has_come_to()
    {
        await using var client = await api.Connect();

        await client.Subscribe("s", Campaigns, new { after = "4611686018427387904" });

        var error = await client.HearShort();
        Assert.StartsWith("error s ", error, StringComparison.Ordinal);
        Assert.Contains("READ_MODEL_BEHIND", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_one_of_so_many_of_its_tenant()
    {
        await using var client = await api.Connect("org_many");
        for (var n = 0; n < 20; n++)
            await client.Subscribe($"{n}", Campaigns);

        await client.Subscribe("more", Campaigns);

        var refused = await client.Hear();
        Assert.Equal("error", refused.GetProperty("type").GetString());
        Assert.Equal("LIMIT_SUBSCRIPTIONS", refused.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        var left = refused.GetProperty("id").GetString() is "0" ? "1" : "0";
        await using var other = await api.Connect("org_many");
        await client.Say(new { id = left, type = "complete" });
        var campaign = new CampaignId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        var told = false;
        for (var n = 0; !told; n++)
        {
            await other.Subscribe($"{n}", Campaigns, new { id = campaign.Value, after = "0" });
            if (n == 0)
                await api.Append(TenantId.Parse("org_many"), campaign, new CampaignEvent.Created("Room", "Sell bread", null));
            told = (await other.Hear()).GetProperty("type").GetString() == "next";
        }
    }
}
