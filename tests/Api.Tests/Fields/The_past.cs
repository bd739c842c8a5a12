using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;

namespace Campaigns.Api.Tests.Fields;

/// <summary>Campaigns and settings as they were. Events of one append are a minute apart, the first at nine.</summary>
public sealed class The_past(FilledApi api) : IClassFixture<FilledApi>
{
    private const string Campaign = """
        query($id: ID!, $asOf: AsOfInput!) {
          campaignAsOf(id: $id, asOf: $asOf) {
            id name brief brandId isBeingWritten createdAt createdBy updatedAt updatedBy version position
            posts {
              id platform caption hashtags composedCaption imagePrompt altText contentHash isBeingIllustrated
              media { key width } madeBy { model } review { state by note contentHash } publications { publicationId accountId }
            }
          }
        }
        """;

    [Fact]
    public async Task of_a_campaign_is_all_that_had_happened_until_then()
    {
        await Fill(21);

        var at = (await Ask(21, new { at = "2026-11-23T10:02:30+01:00" })).GetProperty("campaignAsOf");

        Assert.Equal(("Bread", 3), (at.GetProperty("name").GetString(), at.GetProperty("version").GetInt32()));
        Assert.Equal("2026-11-23T09:02:00Z", at.GetProperty("updatedAt").GetString());
        Assert.Equal(Given.Brand.Value, at.GetProperty("brandId").GetString());
        var post = Assert.Single(at.GetProperty("posts").EnumerateArray());
        Assert.Equal("first", post.GetProperty("caption").GetString());
        Assert.Equal("org_club/0193a1b2-0000-7000-8000-0000000000aa-x.jpg", post.GetProperty("media").GetProperty("key").GetString());
        Assert.Equal("DRAFT", post.GetProperty("review").GetProperty("state").GetString());
        Assert.Empty(post.GetProperty("publications").EnumerateArray());
    }

    [Fact]
    public async Task of_a_campaign_can_be_asked_for_by_position()
    {
        await Fill(22);
        var last = long.Parse(api.Head);

        var approved = (await Ask(22, new { position = $"{last - 2}" })).GetProperty("campaignAsOf");
        var planned = (await Ask(22, new { position = $"{last - 1}" })).GetProperty("campaignAsOf");

        Assert.Equal(
            """{"state":"APPROVED","by":"user_ada","note":"Fine","contentHash":"hash"}""",
            approved.GetProperty("posts")[0].GetProperty("review").GetRawText()
        );
        Assert.Equal($"{last - 2}", approved.GetProperty("position").GetString());
        Assert.Equal(
            $$"""[{"publicationId":"{{Given.Publication(22)}}","accountId":"{{Given.Account}}"}]""",
            planned.GetProperty("posts")[0].GetProperty("publications").GetRawText()
        );
    }

    [Fact]
    public async Task that_is_still_to_come_is_as_now()
    {
        await Fill(23);

        foreach (var asOf in (object[])[new { at = "2999-01-01T00:00:00Z" }, new { position = "9223372036854775807" }])
        {
            var now = (await Ask(23, asOf)).GetProperty("campaignAsOf");
            Assert.Equal(("Rolls", 6), (now.GetProperty("name").GetString(), now.GetProperty("version").GetInt32()));
        }
    }

    [Fact]
    public async Task before_a_campaign_is_null()
    {
        await Fill(24);

        Assert.Equal("""{"campaignAsOf":null}""", (await Ask(24, new { at = "2026-11-23T08:59:59.9999999Z" })).GetRawText());
        Assert.Equal("""{"campaignAsOf":null}""", (await Ask(24, new { position = "0" })).GetRawText());
        Assert.Equal("""{"campaignAsOf":null}""", (await Ask(99, new { at = "2026-11-23T12:00:00Z" })).GetRawText());
    }

    [Fact]
    public async Task of_another_tenants_campaign_is_as_good_as_missing()
    {
        var reply = await api.Ask(
            Campaign,
            new { id = Given.Campaign().Value, asOf = new { at = "2999-01-01T00:00:00Z" } },
            tenant: "org_stranger"
        );

        Assert.Equal("""{"data":{"campaignAsOf":null}}""", reply.Json.ToString());
    }

    [Fact]
    public async Task of_the_settings_begins_with_the_defaults()
    {
        const string Settings = """
            query($asOf: AsOfInput!) { tenantAsOf(asOf: $asOf) { id zone approvalPolicy heldBecause updatedAt updatedBy version } }
            """;
        const string Defaults = """
            {"id":"org_club","zone":"Etc/UTC","approvalPolicy":"INTERNAL","heldBecause":null,"updatedAt":null,"updatedBy":null,"version":0}
            """;
        await api.Append(
            StreamName.Of("tenant", Given.Club),
            new TenantEvent.ApprovalPolicySet(ApprovalPolicy.None),
            new TenantEvent.Held("Crisis")
        );

        var before = await api.Ask(Settings, new { asOf = new { at = "2026-11-23T08:00:00Z" } });
        var between = await api.Ask(Settings, new { asOf = new { at = "2026-11-23T09:00:00Z" } });
        var now = await api.Ask(Settings, new { asOf = new { position = api.Head } });
        var theirs = await api.Ask(Settings, new { asOf = new { position = api.Head } }, tenant: "org_stranger");

        Assert.Equal(Defaults.Trim(), before.Data.GetProperty("tenantAsOf").GetRawText());
        Assert.Equal(("Europe/Lisbon", "NONE", null), Told(between));
        Assert.Equal(("Europe/Lisbon", "NONE", "Crisis"), Told(now));
        Assert.Equal(("Etc/UTC", "INTERNAL", null), Told(theirs));

        static (string?, string?, string?) Told(Reply reply)
        {
            var was = reply.Data.GetProperty("tenantAsOf");
            return (
                was.GetProperty("zone").GetString(),
                was.GetProperty("approvalPolicy").GetString(),
                was.GetProperty("heldBecause").GetString()
            );
        }
    }

    [Fact]
    public async Task of_one_moment_is_read_once_however_often_it_is_asked_for()
    {
        await Fill(25);
        api.AskedOfHistory.Clear();
        const string One = """campaignAsOf(id: $id, asOf: { at: "2026-11-23T09:02:30Z" }) { name }""";
        const string Other = """campaignAsOf(id: $id, asOf: { at: "2026-11-23T09:03:30Z" }) { name }""";

        var reply = await api.Ask($"query($id: ID!) {{ a: {One} b: {One} c: {Other} }}", new { id = Given.Campaign(25).Value });

        Assert.False(reply.HasErrors, reply.Json.ToString());
        Assert.Equal("Bread", reply.Data.GetProperty("b").GetProperty("name").GetString());
        Assert.Equal(2, api.AskedOfHistory.Count);
    }

    [Fact]
    public async Task of_many_moments_costs_too_much()
    {
        var fields = Enumerable.Range(0, 50).Select(n => $$"""a{{n}}: tenantAsOf(asOf: { position: "{{n}}" }) { zone }""");

        Assert.Equal("LIMIT_COMPLEXITY", (await api.Ask($"{{ {string.Join(' ', fields)} }}")).Code);
    }

    [Fact]
    public async Task over_too_many_events_is_refused()
    {
        var names = Enumerable.Range(0, 21).Select(n => new CampaignEvent.Renamed($"{n}"));
        await api.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(26).Value),
            [new CampaignEvent.Created("Bread", "Sell bread", Given.Brand), .. names]
        );
        const string Name = "query($id: ID!, $asOf: AsOfInput!) { campaignAsOf(id: $id, asOf: $asOf) { name } }";

        var now = await api.Ask(Name, new { id = Given.Campaign(26).Value, asOf = new { at = "2999-01-01T00:00:00Z" } });
        var then = await api.Ask(Name, new { id = Given.Campaign(26).Value, asOf = new { at = "2026-11-23T09:05:00Z" } });

        Assert.Equal(("LIMIT_HISTORY", 20), (now.Code, now.Extensions.GetProperty("limit").GetInt32()));
        Assert.Equal("4", then.Data.GetProperty("campaignAsOf").GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("later")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("9223372036854775808")]
    public async Task is_refused_at_a_position_that_is_none(string position)
    {
        var reply = await api.Ask("query($asOf: AsOfInput!) { tenantAsOf(asOf: $asOf) { zone } }", new { asOf = new { position } });

        Assert.Equal(("BAD_USER_INPUT", "asOf"), (reply.Code, reply.Extensions.GetProperty("argument").GetString()));
    }

    [Theory]
    [InlineData("{ }")]
    [InlineData("{ at: null }")]
    [InlineData("{ at: \"2026-11-23T09:00:00Z\", position: \"1\" }")]
    [InlineData("{ at: \"2026-11-23T09:00:00Z\", position: null }")]
    [InlineData("{ at: \"yesterday\" }")]
    [InlineData("{ at: \"2026-11-23T09:00:00\" }")]
    public async Task is_refused_at_what_is_not_one_moment(string asOf)
    {
        var reply = await api.Ask($"{{ tenantAsOf(asOf: {asOf}) {{ zone }} }}");

        Assert.True(reply.Code is "BAD_USER_INPUT" or "GRAPHQL_VALIDATION_FAILED", reply.Json.ToString());
    }

    [Fact]
    public async Task is_refused_where_a_variable_is_not_one_moment()
    {
        const string Settings = "query($asOf: AsOfInput!) { tenantAsOf(asOf: $asOf) { zone } }";
        foreach (var asOf in (object[])[new { }, new { at = "2026-11-23T09:00:00Z", position = "1" }, new { at = "now" }])
            Assert.Equal("BAD_USER_INPUT", (await api.Ask(Settings, new { asOf })).Code);
    }

    private async Task<JsonElement> Ask(int campaign, object asOf)
    {
        var reply = await api.Ask(Campaign, new { id = Given.Campaign(campaign).Value, asOf });
        Assert.False(reply.HasErrors, reply.Json.ToString());
        return reply.Data;
    }

    private Task Fill(int n) =>
        api.Append(
            StreamName.Of("campaign", Given.Club, Given.Campaign(n).Value),
            new CampaignEvent.Created("Bread", "Sell bread", Given.Brand),
            new CampaignEvent.ItemAdded(Given.Item(n * 10), Given.Post("first")),
            new CampaignEvent.MediaAttached(Given.Item(n * 10), Given.Picture),
            new CampaignEvent.ItemApproved(Given.Item(n * 10), "hash", Given.Ada, "Fine"),
            new CampaignEvent.PublicationPlanned(Given.Item(n * 10), Given.Publication(n), Given.Account, "hash"),
            new CampaignEvent.Renamed("Rolls")
        );
}
