namespace Campaigns.Api.Tests.Fields;

/// <summary>Asked for by a member of an organisation whose they are not.</summary>
public sealed class Another_tenants_things(FilledApi api) : IClassFixture<FilledApi>
{
    private const string Stranger = "org_stranger";

    [Theory]
    [InlineData("campaign")]
    [InlineData("publication")]
    [InlineData("account")]
    [InlineData("brand")]
    [InlineData("node")]
    public async Task are_as_good_as_missing(string field)
    {
        foreach (var id in (string[])[.. Ids, Guid.CreateVersion7(Given.Nine).ToString()])
        {
            var reply = await Ask($"query($id: ID!, $at: String) {{ {field}(id: $id, atLeast: $at) {{ id }} }}", id);
            Assert.Equal($$$"""{"data":{"{{{field}}}":null}}""", reply.Json.ToString());
        }
    }

    [Theory]
    [InlineData("campaigns(atLeast: $at) { nodes { id } }")]
    [InlineData("campaigns(atLeast: $at, where: { brandId: $id }) { nodes { id } }")]
    [InlineData("publications(atLeast: $at) { nodes { id } }")]
    [InlineData("publications(atLeast: $at, where: { campaignId: $id }) { nodes { id } }")]
    [InlineData("calendar(atLeast: $at) { nodes { id } }")]
    [InlineData("calendar(atLeast: $at, campaignId: $id) { nodes { id } }")]
    [InlineData("history(atLeast: $at) { nodes { id } }")]
    [InlineData("history(atLeast: $at, where: { campaignId: $id }) { nodes { id } }")]
    [InlineData("history(atLeast: $at, where: { subjectId: $id }) { nodes { id } }")]
    public async Task are_in_no_list(string field)
    {
        foreach (var id in Ids)
        {
            var reply = await Ask($"query($id: ID!, $at: String) {{ list: {field} one: node(id: $id) {{ id }} }}", id);
            Assert.Equal("""{"data":{"list":{"nodes":[]},"one":null}}""", reply.Json.ToString());
        }
    }

    [Theory]
    [InlineData("accounts")]
    [InlineData("brands")]
    public async Task are_in_no_short_list(string field)
    {
        var reply = await api.Ask(
            $"query($at: String) {{ list: {field}(atLeast: $at) {{ id }} }}",
            new { at = api.Head },
            tenant: Stranger
        );

        Assert.Equal("""{"data":{"list":[]}}""", reply.Json.ToString());
    }

    [Fact]
    public async Task do_not_show_in_the_tenant()
    {
        var reply = await api.Ask(
            "query($at: String) { tenant(atLeast: $at) { id zone history { nodes { id } } } }",
            new { at = api.Head },
            tenant: Stranger
        );

        Assert.Equal("""{"data":{"tenant":{"id":"org_stranger","zone":"Etc/UTC","history":{"nodes":[]}}}}""", reply.Json.ToString());
    }

    [Fact]
    public async Task cannot_be_addressed_by_a_command()
    {
        api.Grains.Addressed.Clear();
        var reply = await api.Ask(
            """
            mutation($id: ID!) {
              renameCampaign(input: { campaignId: $id, name: "Mine", commandId: "c1" }) { errors { __typename } }
              editPost(input: { campaignId: $id, itemId: $id, caption: "Mine", commandId: "c2" }) { errors { __typename } }
              holdPublication(input: { publicationId: $id, reason: "Mine", commandId: "c3" }) { errors { __typename } }
              disconnectAccount(input: { accountId: $id, commandId: "c4" }) { errors { __typename } }
              updateBrand(input: { id: $id, name: "Mine", commandId: "c5" }) { errors { __typename } }
              setTenantZone(input: { zone: "Europe/Lisbon", commandId: "c6" }) { errors { __typename } }
            }
            """,
            new { id = Given.Campaign().Value },
            tenant: Stranger
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        Assert.Equal([.. Enumerable.Repeat($"{Stranger}/{Given.Campaign()}", 5), Stranger], api.Grains.Addressed);
    }

    private static string[] Ids =>
        [Given.Campaign().Value, Given.Item(10).Value, Given.Publication().Value, Given.Account.Value, Given.Brand.Value];

    private Task<Reply> Ask(string query, string id) => api.Ask(query, new { id, at = api.Head }, tenant: Stranger);
}
