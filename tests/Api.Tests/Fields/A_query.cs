using System.Text.Json;

namespace Campaigns.Api.Tests.Fields;

public sealed class A_query(FilledApi api) : IClassFixture<FilledApi>
{
    private readonly object one = new { id = Given.Campaign().Value, at = api.Head };

    [Fact]
    public async Task finds_a_campaign_with_all_that_hangs_on_it()
    {
        var reply = await api.Ask(
            """
            query($id: ID!, $at: String!) {
              campaign(id: $id, atLeast: $at) {
                name brief createdAt createdBy version
                brand { name language }
                writing { state problem { code } }
                counts { posts approvalRequested scheduled nextDueAt }
                posts {
                  platform caption hashtags composedCaption contentHash
                  media { url width height contentType sha256 bytes }
                  review { state note by }
                  illustration { state problem { code } }
                  publications { status stage dueAt dueLocal zone dueRule account { username } post { caption } campaign { name } }
                }
                publications { nodes { id } }
                history(last: 1) { nodes { at actor eventName summary version subjectKind } }
              }
            }
            """,
            one
        );

        Assert.False(reply.HasErrors, reply.Json.ToString());
        var campaign = reply.Data.GetProperty("campaign");
        Assert.Equal("Bread 1", campaign.GetProperty("name").GetString());
        Assert.Equal("Padaria", campaign.GetProperty("brand").GetProperty("name").GetString());
        Assert.Equal("NONE", campaign.GetProperty("writing").GetProperty("state").GetString());
        Assert.Equal(
            """{"posts":2,"approvalRequested":1,"scheduled":1,"nextDueAt":"2026-11-23T10:00:00Z"}""",
            campaign.GetProperty("counts").GetRawText()
        );
        var post = campaign.GetProperty("posts")[0];
        Assert.Equal("first\n\n#bread #lisboa", post.GetProperty("composedCaption").GetString());
        Assert.Equal(
            """{"url":"https://media.example/1.jpg","width":1080,"height":1350,"contentType":"image/jpeg","sha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","bytes":1000}""",
            post.GetProperty("media").GetRawText()
        );
        Assert.Equal("""{"state":"REQUESTED","note":"Please","by":null}""", post.GetProperty("review").GetRawText());
        var publication = Assert.Single(post.GetProperty("publications").EnumerateArray());
        Assert.Equal("SCHEDULED", publication.GetProperty("status").GetString());
        Assert.Equal("padaria", publication.GetProperty("account").GetProperty("username").GetString());
        Assert.Equal("first", publication.GetProperty("post").GetProperty("caption").GetString());
        Assert.Equal(Given.Publication().Value, campaign.GetProperty("publications").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal("PUBLICATION", campaign.GetProperty("history").GetProperty("nodes")[0].GetProperty("subjectKind").GetString());
    }

    [Fact]
    public async Task asks_the_database_once_a_level_however_many_rows_there_are()
    {
        const string Nested =
            "nodes { counts { posts } brand { name } posts { publications { status account { username } post { caption } } } }";
        await api.Ask("query($at: String!) { campaigns(atLeast: $at) { nodes { id posts { id publications { id } } } } }", one);

        var (single, few) = await api.Count($"{{ campaigns(first: 1) {{ {Nested} }} }}");
        var (all, many) = await api.Count($"{{ campaigns(first: 3) {{ {Nested} }} }}");

        Assert.Equal((1, 3), (Nodes(single, "campaigns").Length, Nodes(all, "campaigns").Length));
        Assert.InRange(few, 1, 7);
        Assert.Equal(few, many);
    }

    [Fact]
    public async Task walks_campaigns_page_by_page_in_any_order()
    {
        var first = await api.Ask(
            """
            query($at: String!) {
              campaigns(first: 2, order: { by: NAME }, where: { search: "bread" }, atLeast: $at) {
                nodes { name } pageInfo { endCursor hasNextPage hasPreviousPage }
              }
            }
            """,
            one
        );
        var info = first.Data.GetProperty("campaigns").GetProperty("pageInfo");
        var second = await api.Ask(
            "query($after: String!) { campaigns(first: 2, after: $after, order: { by: NAME }) { nodes { name } pageInfo { hasNextPage } } }",
            new { after = info.GetProperty("endCursor").GetString() }
        );

        Assert.Equal(["Bread 1", "Bread 2"], Nodes(first, "campaigns").Select(Name));
        Assert.True(info.GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(["Bread 3"], Nodes(second, "campaigns").Select(Name));
    }

    [Fact]
    public async Task refuses_a_cursor_of_another_order()
    {
        var named = await api.Ask("{ campaigns(first: 1, order: { by: NAME }) { pageInfo { endCursor } } }");
        var cursor = named.Data.GetProperty("campaigns").GetProperty("pageInfo").GetProperty("endCursor").GetString();

        var reply = await api.Ask("query($c: String!) { campaigns(after: $c) { nodes { id } } }", new { c = cursor });

        Assert.Equal(("BAD_USER_INPUT", "after"), (reply.Code, reply.Extensions.GetProperty("argument").GetString()));
    }

    [Fact]
    public async Task shows_the_calendar_between_two_instants()
    {
        var reply = await api.Ask(
            """
            query($at: String!) {
              calendar(from: "2026-11-23T10:30:00Z", to: "2026-11-23T12:30:00Z", atLeast: $at) {
                nodes { id status dueAt caption username mediaUrl publication { lastProblem { class code message } } }
              }
            }
            """,
            one
        );

        var entries = Nodes(reply, "calendar");
        Assert.Equal(
            [Given.Publication(2).Value, Given.Publication(3).Value],
            entries.Select(entry => entry.GetProperty("id").GetString())
        );
        Assert.Equal(["SCHEDULED", "FAILED"], entries.Select(entry => entry.GetProperty("status").GetString()));
        Assert.Equal(
            """{"class":"TRANSIENT","code":"http_503","message":"Busy."}""",
            entries[1].GetProperty("publication").GetProperty("lastProblem").GetRawText()
        );
    }

    [Fact]
    public async Task lists_publications_by_how_they_stand()
    {
        var reply = await api.Ask(
            "query($at: String!) { publications(where: { status: [FAILED] }, atLeast: $at) { nodes { id endedBecause endedAt } } }",
            one
        );

        var failed = Assert.Single(Nodes(reply, "publications"));
        Assert.Equal(Given.Publication(3).Value, failed.GetProperty("id").GetString());
        Assert.Equal("Busy.", failed.GetProperty("endedBecause").GetString());
    }

    [Fact]
    public async Task tells_what_happened_without_secrets()
    {
        var reply = await api.Ask(
            """
            query($at: String!) {
              history(where: { subjectKind: ACCOUNT }, atLeast: $at) { nodes { actor summary eventName subjectId position data } }
            }
            """,
            one
        );

        var connected = Assert.Single(Nodes(reply, "history"));
        Assert.Equal("account.connected.v1", connected.GetProperty("eventName").GetString());
        Assert.Equal("@padaria was connected.", connected.GetProperty("summary").GetString());
        Assert.Equal("user_ada", connected.GetProperty("actor").GetString());
        Assert.Equal(JsonValueKind.Object, connected.GetProperty("data").ValueKind);
        Assert.DoesNotContain(Given.Token.ToString(), reply.Json.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_the_latest_first_and_of_one_thing_the_earliest()
    {
        var reply = await api.Ask(
            """
            query($id: ID!, $at: String!) {
              history(first: 2, where: { campaignId: $id }, atLeast: $at) { nodes { version } }
              campaign(id: $id, atLeast: $at) { history(first: 2) { nodes { version } } }
            }
            """,
            one
        );

        Assert.Equal([1, 5], Nodes(reply, "history").Select(Version)); // its publication, then its own last event
        Assert.Equal(
            [1, 2],
            reply.Data.GetProperty("campaign").GetProperty("history").GetProperty("nodes").EnumerateArray().Select(Version)
        );
    }

    [Theory]
    [InlineData("Campaign")]
    [InlineData("Post")]
    [InlineData("Publication")]
    [InlineData("Account")]
    [InlineData("Brand")]
    public async Task finds_any_node_by_its_id(string type)
    {
        var id = type switch
        {
            "Campaign" => Given.Campaign().Value,
            "Post" => Given.Item(10).Value,
            "Publication" => Given.Publication().Value,
            "Account" => Given.Account.Value,
            _ => Given.Brand.Value,
        };
        var reply = await api.Ask(
            "query($id: ID!, $at: String!) { node(id: $id, atLeast: $at) { __typename id } }",
            new { id, at = api.Head }
        );

        Assert.Equal($$"""{"__typename":"{{type}}","id":"{{id}}"}""", reply.Data.GetProperty("node").GetRawText());
    }

    [Fact]
    public async Task gives_null_for_what_there_is_not()
    {
        var reply = await api.Ask(
            "query($id: ID!) { campaign(id: $id) { id } publication(id: $id) { id } account(id: $id) { id } brand(id: $id) { id } node(id: $id) { id } }",
            new { id = Guid.CreateVersion7(Given.Nine) }
        );

        Assert.False(reply.HasErrors);
        Assert.All(reply.Data.EnumerateObject(), field => Assert.Equal(JsonValueKind.Null, field.Value.ValueKind));
    }

    [Theory]
    [InlineData("campaign(id: \"1\") { id }")]
    [InlineData("node(id: \"campaign\") { id }")]
    [InlineData("campaigns(where: { brandId: \"x\" }) { nodes { id } }")]
    public async Task refuses_an_id_that_is_none(string field)
    {
        var reply = await api.Ask($"{{ {field} }}");

        Assert.Equal("BAD_USER_INPUT", reply.Code);
    }

    [Fact]
    public async Task refuses_a_variable_that_is_no_id()
    {
        var reply = await api.Ask("query($id: ID!) { campaign(id: $id) { id } }", new { id = "1" });

        Assert.Equal("BAD_USER_INPUT", reply.Code);
    }

    [Theory]
    [InlineData("later")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task refuses_a_position_that_is_none(string position)
    {
        var reply = await api.Ask("query($at: String!) { campaigns(atLeast: $at) { nodes { id } } }", new { at = position });

        Assert.Equal(("BAD_USER_INPUT", "atLeast"), (reply.Code, reply.Extensions.GetProperty("argument").GetString()));
    }

    [Fact]
    public async Task says_so_when_it_cannot_be_that_fresh()
    {
        var reply = await api.Ask("{ brands(atLeast: \"4000000\") { id } }");

        Assert.Equal("READ_MODEL_BEHIND", reply.Code);
        Assert.True(reply.Extensions.GetProperty("retryable").GetBoolean());
    }

    private static JsonElement[] Nodes(Reply reply, string field) =>
        [.. reply.Data.GetProperty(field).GetProperty("nodes").EnumerateArray()];

    private static string? Name(JsonElement node) => node.GetProperty("name").GetString();

    private static int Version(JsonElement node) => node.GetProperty("version").GetInt32();
}
