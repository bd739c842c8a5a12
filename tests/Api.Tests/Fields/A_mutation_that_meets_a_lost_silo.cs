namespace Campaigns.Api.Tests.Fields;

public sealed class A_mutation_that_meets_a_lost_silo(FilledApi api) : IClassFixture<FilledApi>
{
    [Fact]
    public async Task is_carried_out_again_until_the_grain_is_elsewhere()
    {
        api.Grains.Position = api.Head;
        api.Grains.Losses = 2;

        var reply = await api.Ask(
            """mutation($id: ID!) { renameCampaign(input: { campaignId: $id, name: "Bread", commandId: "c1" }) { receipt { version } } }""",
            new { id = Given.Campaign().Value }
        );

        Assert.Equal("""{"renameCampaign":{"receipt":{"version":1}}}""", reply.Data.GetRawText());
        Assert.Equal(3, api.Grains.Addressed.Count(key => key == $"{Given.Club}/{Given.Campaign()}"));
    }
}
