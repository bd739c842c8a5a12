using System.Net.Http.Headers;
using System.Text;

namespace Campaigns.Api.Tests.Transport;

public sealed class A_request(SampleServer server) : IClassFixture<SampleServer>
{
    private const string GraphQL = "application/graphql-response+json";
    private const string Json = "application/json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQL, GraphQL)]
    [InlineData("application/json;q=0.9, application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json;q=0.5, application/json", Json)]
    [InlineData("application/json, application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", GraphQL)]
    [InlineData("text/html, */*;q=0.8", Json)]
    [InlineData("application/json;q=0, */*", GraphQL)]
    public async Task is_answered_in_the_type_it_accepts(string? accept, string mediaType)
    {
        var answer = await server.Send(new(HttpMethod.Get, "/graphql?query={__typename}"), accept);

        Assert.Equal((200, mediaType), (answer.Status, answer.MediaType));
        Assert.Equal("utf-8", answer.ContentHeaders.ContentType!.CharSet);
        Assert.Equal("Query", answer.Data.GetProperty("__typename").GetString());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("not a media type")]
    public async Task is_refused_when_nothing_suits_it(string accept)
    {
        var answer = await server.Send(new(HttpMethod.Get, "/graphql?query={__typename}"), accept);

        Assert.Equal((406, "NOT_ACCEPTABLE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/graphql", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("", null)]
    [InlineData("application/json", "gzip")]
    public async Task is_refused_unless_it_is_json_in_utf8(string contentType, string? encoding)
    {
        var content = new ByteArrayContent("""{"query":"{__typename}"}"""u8.ToArray());
        if (contentType.Length > 0)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);

        var answer = await server.Send(new(HttpMethod.Post, "/graphql") { Content = content }, GraphQL);

        Assert.Equal((415, "UNSUPPORTED_MEDIA_TYPE"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"query":"{__typename}"} trailing""")]
    [InlineData("""{"query":"{__typename}\ud800"}""")]
    [InlineData("null")]
    [InlineData("\"{__typename}\"")]
    [InlineData("{}")]
    [InlineData("""{"query":null}""")]
    [InlineData("""{"query":7}""")]
    [InlineData("""{"query":"{__typename}","variables":[]}""")]
    [InlineData("""{"query":"{__typename}","variables":"{}"}""")]
    [InlineData("""{"query":"{__typename}","extensions":true}""")]
    [InlineData("""{"query":"{__typename}","operationName":1}""")]
    [InlineData("""{"query":"{__typename}","operationName":"\ud800"}""")]
    [InlineData("""{"query":"{__typename}","variables":{"a":"\ud800"}}""")]
    [InlineData("""{"query":"{__typename}","variables":{"a":[{"\ud800":1}]}}""")]
    [InlineData("""{"query":"{__typename}","extensions":{"a":"\ud800"}}""")]
    public async Task is_bad_when_its_body_is_no_question(string body)
    {
        foreach (var mediaType in new[] { GraphQL, Json })
        {
            var answer = await server.PostJson(body, mediaType);

            Assert.Equal((400, "BAD_REQUEST", mediaType), (answer.Status, answer.Code, answer.MediaType));
            Assert.False(answer.HasData);
        }
    }

    [Fact]
    public async Task is_bad_when_it_is_not_utf8()
    {
        var content = new ByteArrayContent([.. "{\"query\":\"{__typename #"u8, 0xC3, 0x28, .. "}\"}"u8]);
        content.Headers.ContentType = new("application/json");

        var answer = await server.Send(new(HttpMethod.Post, "/graphql") { Content = content }, GraphQL);

        Assert.Equal((400, "The body is not UTF-8."), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task may_begin_with_a_byte_order_mark()
    {
        var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. """{"query":"{__typename}"}"""u8]);
        content.Headers.ContentType = new("application/json");

        Assert.Equal(200, (await server.Send(new(HttpMethod.Post, "/graphql") { Content = content }, GraphQL)).Status);
    }

    [Fact]
    public async Task is_told_that_batches_are_not_taken()
    {
        var answer = await server.PostJson("""[{"query":"{__typename}"},{"query":"{__typename}"}]""");

        Assert.Equal((400, "LIMIT_BATCH", 1), (answer.Status, answer.Code, answer.Extensions.GetProperty("limit").GetInt32()));
        Assert.Contains("one operation", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_every_letter()
    {
        var answer = await server.Post(
            """mutation($i:WriteNoteInput!){writeNote(input:$i){note{text}}}""",
            new { i = new { id = "letters", text = "Füße 🏃 <b>" } }
        );

        Assert.Contains("Füße", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Füße 🏃 <b>", answer.Data.GetProperty("writeNote").GetProperty("note").GetProperty("text").GetString());
    }

    [Fact]
    public async Task by_GET_takes_variables_and_an_operation_name()
    {
        var answer = await server.Get(
            "query A{a:__typename} query B($n:ID!){note(id:$n){text}}",
            more: "&operationName=B&variables=" + Uri.EscapeDataString("""{"n":"none"}""")
        );

        Assert.Equal("""{"note":null}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query={__typename}&variables={")]
    [InlineData("?query={__typename}&variables=[]")]
    [InlineData("?query={__typename}&query={__typename}")]
    public async Task by_GET_is_bad_when_it_is_no_question(string query)
    {
        var answer = await server.Send(new(HttpMethod.Get, "/graphql" + query), GraphQL);

        Assert.Equal(400, answer.Status);
        Assert.False(answer.HasData);
    }

    [Theory]
    [InlineData(GraphQL)]
    [InlineData(Json)]
    public async Task by_GET_may_not_change_anything(string accept)
    {
        const string mutation = """mutation{writeNote(input:{id:"by-get",text:"x"}){note{id}}}""";

        for (var time = 0; time < 2; time++)
        {
            var answer = await server.Get(mutation, accept);

            Assert.Equal((405, "METHOD_NOT_ALLOWED"), (answer.Status, answer.Code));
            Assert.Contains("POST", answer.ContentHeaders.Allow);
        }
        Assert.Equal("""{"note":null}""", (await server.Post("""{note(id:"by-get"){id}}""")).Data.GetRawText());
    }

    [Fact]
    public async Task by_GET_may_not_change_anything_though_its_document_is_known_from_a_POST()
    {
        const string mutation = """mutation{writeNote(input:{id:"known",text:"x"}){note{id}}}""";
        Assert.Equal(200, (await server.Post(mutation)).Status);

        Assert.Equal(405, (await server.Get(mutation)).Status);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task by_another_method_is_not_allowed(string method)
    {
        var answer = await server.Send(new(new HttpMethod(method), "/graphql"), GraphQL);

        Assert.Equal((405, "METHOD_NOT_ALLOWED"), (answer.Status, answer.Code));
        Assert.Equal(["GET", "POST"], answer.ContentHeaders.Allow.Order());
    }

    [Theory]
    [InlineData("""{"query":"{__typename}","variables":{"a":"x","a":1}}""")]
    [InlineData("""{"query":"{__typename}","variables":{"a":{"b":1,"b":2}}}""")]
    [InlineData("""{"query":"{__typename}","extensions":{"a":1,"a":1}}""")]
    [InlineData("""{"query":"{__typename}","query":"{__typename}"}""")]
    [InlineData("""{"query":"{note(id:\"a\\ud800\"){id}}"}""")]
    public async Task that_says_two_things_or_half_of_one_is_refused(string body) =>
        Assert.Equal((400, "BAD_REQUEST"), await Answered(server.PostJson(body)));

    [Theory]
    [InlineData("""{"a":"x","a":1}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public async Task by_GET_is_refused_for_the_same(string variables) =>
        Assert.Equal(
            (400, "BAD_REQUEST"),
            await Answered(server.Get("{__typename}", more: $"&variables={Uri.EscapeDataString(variables)}"))
        );

    private static async Task<(int, string?)> Answered(Task<Answer> answer) => ((await answer).Status, (await answer).Code);

    [Theory]
    [InlineData("""mutation{a:writeNote(input:{id:"two-a",text:"x"}){note{id}} b:writeNote(input:{id:"two-b",text:"x"}){note{id}}}""")]
    [InlineData(
        """mutation{...F} fragment F on Mutation{a:writeNote(input:{id:"two-a",text:"x"}){note{id}} ...{b:writeNote(input:{id:"two-b",text:"x"}){note{id}}}}"""
    )]
    public async Task with_an_idempotency_key_for_several_commands_carries_out_none(string mutation)
    {
        using var content = new StringContent(System.Text.Json.JsonSerializer.Serialize(new { query = mutation }), Encoding.UTF8, Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = content,
            Headers = { { "Idempotency-Key", "k" } },
        };

        var answer = await server.Send(request, GraphQL);

        Assert.Equal((400, "BAD_USER_INPUT"), (answer.Status, answer.Code));
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            (await server.Post("""{note(id:"two-a"){id}}""")).Data.GetProperty("note").ValueKind
        );
    }

    [Fact]
    public async Task is_never_kept_by_a_cache() => Assert.True((await server.Get("{__typename}")).Headers.CacheControl!.NoStore);

    [Fact]
    public async Task that_is_given_up_ends()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        using var content = new StringContent("""{"query":"{wait}"}""", Encoding.UTF8, Json);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Http.PostAsync("/graphql", content, patience.Token));
    }
}
