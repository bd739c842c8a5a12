using System.Globalization;
using System.Net;

namespace Campaigns.Api.Tests.Transport;

public sealed class Too_much(SampleServer server, SmallServer small) : IClassFixture<SampleServer>, IClassFixture<SmallServer>
{
    private const string Write = "mutation($i:WriteNoteInput!){writeNote(input:$i){note{id}}}";

    [Fact]
    public async Task of_other_names_is_refused_however_they_are_spread()
    {
        var hundred = string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}:__typename "));
        Assert.Equal(200, (await server.Post($"{{{hundred}}}")).Status);

        foreach (
            var document in (string[])
                [
                    $"{{{hundred} b:__typename}}",
                    $"{{...F b:__typename}} fragment F on Query{{{hundred}}}",
                    $"{{...on Query{{{hundred}}} b:__typename}}",
                    "{...F ...G} fragment F on Query{a:__typename ...G} fragment G on Query{"
                        + string.Concat(Enumerable.Range(0, 50).Select(i => $"g{i}:__typename "))
                        + "}",
                ]
        )
        {
            var answer = await server.Post(document);
            Assert.Equal((400, "LIMIT_ALIASES", 100), (answer.Status, answer.Code, answer.Extensions.GetProperty("limit").GetInt32()));
        }
        Assert.Equal("LIMIT_ALIASES", (await server.Post($"{{{new string('a', 201)}:__typename}}")).Code);
    }

    [Fact]
    public async Task of_one_mutation_is_refused_and_none_of_it_done()
    {
        var many = string.Concat(Enumerable.Range(0, 101).Select(i => $"w{i}:writeNote(input:{{id:\"many\",text:\"x\"}}){{note{{id}}}} "));

        Assert.Equal("LIMIT_ALIASES", (await server.Post($"mutation{{{many}}}")).Code);
        Assert.Equal("null", (await server.Post("{note(id:\"many\"){id}}")).Data.GetProperty("note").GetRawText());
    }

    [Fact]
    public async Task in_a_list_is_refused_in_variables_and_in_documents()
    {
        var items = string.Join(',', Enumerable.Range(0, 1_001));

        foreach (
            var answer in (Answer[])
                [
                    await server.PostJson($$$"""{"query":"{__typename}","variables":{"x":{"y":[[{{{items}}}]]} } }"""),
                    await server.Post($"{{note(id:[{items}]){{id}}}}"),
                    await server.Post($"query($x:[Int]=[{items}]){{__typename}}"),
                    await server.Post($"{{__typename @skip(if:[{items}])}}"),
                    await server.Post($"{{...F}} fragment F on Query{{note(id:{{a:[{items}]}}){{id}}}}"),
                ]
        )
            Assert.Equal((400, "LIMIT_LIST", 1_000), (answer.Status, answer.Code, answer.Extensions.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task in_depth_of_JSON_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));

        Assert.Equal((400, "BAD_REQUEST"), await CodeOf($$$"""{"query":"{__typename}","variables":{"x":{{{deep}}} } }"""));
        Assert.Equal((400, "BAD_REQUEST"), await CodeOf($$$"""{"query":"{__typename}","extensions":{"x":{{{deep}}} } }"""));

        var got = await server.Send(
            new(HttpMethod.Get, $"/graphql?query={{__typename}}&variables={{\"x\":{deep[..1000]}}}"),
            "application/json"
        );
        Assert.Equal((400, "BAD_REQUEST"), (got.Status, got.Code));
    }

    [Fact]
    public async Task that_was_sent_is_not_sent_back()
    {
        var word = new string('x', 30_000);

        foreach (
            var answer in (Answer[])
                [
                    await server.Post($"{{{word}}}"),
                    await server.Post($"{{note(id:\"{word}\"){{id}}}}"),
                    await server.Post(Write, new { i = word }),
                    await server.Post("query($id:CommandId!){note(id:$id){id}}", new { id = word }),
                    await server.PostJson($$"""{"query":"query A{__typename}","operationName":"{{word}}"}"""),
                ]
        )
        {
            Assert.Equal(400, answer.Status);
            Assert.InRange(answer.Text.Length, 1, 5_000);
        }
    }

    [Fact]
    public async Task in_the_head_of_a_request_is_refused_by_the_server_itself()
    {
        using var longUrl = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={{__typename}}&x={new string('x', 20_000)}");
        using var longHeader = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        longHeader.Headers.Add("X-Long", new string('x', 64 * 1024));
        using var manyHeaders = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        for (var i = 0; i < 200; i++)
            manyHeaders.Headers.Add(string.Create(CultureInfo.InvariantCulture, $"X-{i}"), "x");

        foreach (
            var (request, status) in (ReadOnlySpan<(HttpRequestMessage, HttpStatusCode)>)
                [
                    (longUrl, HttpStatusCode.RequestUriTooLong),
                    (longHeader, HttpStatusCode.RequestHeaderFieldsTooLarge),
                    (manyHeaders, HttpStatusCode.RequestHeaderFieldsTooLarge),
                ]
        )
        {
            using var answer = server.Http.Send(request);
            Assert.Equal(status, answer.StatusCode);
        }
        Assert.Equal(200, (await server.Post("{__typename}")).Status);
    }

    [Fact]
    public async Task is_told_of_the_body_before_the_body_was_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{}") };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentLength = 2;
        Assert.Equal((400, "BAD_REQUEST"), await StatusAndCode(request));

        Assert.Equal((413, "LIMIT_BODY"), await CodeOf(new string(' ', 4_001), small));
    }

    private async Task<(int, string?)> StatusAndCode(HttpRequestMessage request)
    {
        var answer = await server.Send(request, "application/json");
        return (answer.Status, answer.Code);
    }

    private async Task<(int, string?)> CodeOf(string body, SampleServer? at = null)
    {
        var answer = await (at ?? server).PostJson(body);
        return (answer.Status, answer.Code);
    }
}
