using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.EventStore;
using Campaigns.Grains;

namespace Campaigns.Api.Tests.Fields;

public sealed class A_payload(FilledApi api) : IClassFixture<FilledApi>
{
    private const string Rename = """
        mutation($id: ID!) {
          renameCampaign(input: { campaignId: $id, name: "Sweet bread", commandId: "c1" }) {
            campaignId receipt { position } campaign { name posts { caption } } errors { ... on UserError { code field } }
          }
        }
        """;

    private readonly object one = new { id = Given.Campaign(2).Value };

    [Fact]
    public async Task reads_its_own_write()
    {
        await api.Append(StreamName.Of("campaign", Given.Club, Given.Campaign(2).Value), new CampaignEvent.Renamed("Sweet bread"));
        (api.Grains.Position, api.Grains.Instead) = (api.Head, null);

        var reply = await api.Ask(Rename, one);

        var payload = reply.Data.GetProperty("renameCampaign");
        Assert.Equal(api.Head, payload.GetProperty("receipt").GetProperty("position").GetString());
        Assert.Equal(
            """{"name":"Sweet bread","posts":[{"caption":"first"},{"caption":"second"}]}""",
            payload.GetProperty("campaign").GetRawText()
        );
    }

    [Fact]
    public async Task holds_nothing_but_errors_when_the_command_was_refused()
    {
        api.Grains.Instead = new Outcome.Refused(new Refusal("campaign.not_found", "There is no such campaign.", "campaignId"));

        var reply = await api.Ask(Rename, one);

        Assert.Equal(
            """{"campaignId":null,"receipt":null,"campaign":null,"errors":[{"code":"campaign.not_found","field":"campaignId"}]}""",
            reply.Data.GetProperty("renameCampaign").GetRawText()
        );
    }

    [Fact]
    public async Task stays_when_a_command_beside_it_fails()
    {
        (api.Grains.Position, api.Grains.Instead) = (api.Head, null);

        var reply = await api.Ask(
            """
            mutation($id: ID!) {
              done: renameCampaign(input: { campaignId: $id, name: "Done", commandId: "c7" }) { receipt { position } }
              nameless: renameCampaign(input: { campaignId: $id, name: "Nameless" }) { receipt { position } }
            }
            """,
            one
        );

        Assert.Equal("BAD_USER_INPUT", reply.Code);
        Assert.Equal(api.Head, reply.Data.GetProperty("done").GetProperty("receipt").GetProperty("position").GetString());
        Assert.Equal(JsonValueKind.Null, reply.Data.GetProperty("nameless").ValueKind);
    }

    [Fact]
    public async Task keeps_its_receipt_when_the_read_model_is_behind()
    {
        (api.Grains.Position, api.Grains.Instead) = ("4000000", null);

        var reply = await api.Ask(Rename, one);

        Assert.Equal("READ_MODEL_BEHIND", reply.Code);
        var payload = reply.Data.GetProperty("renameCampaign");
        Assert.Equal("4000000", payload.GetProperty("receipt").GetProperty("position").GetString());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("campaign").ValueKind);
    }
}
