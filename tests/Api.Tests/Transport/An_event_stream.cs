using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Campaigns.Api.Tests.Transport;

/// <summary>GraphQL over server-sent events, in distinct connections.</summary>
public sealed class An_event_stream(SampleServer server) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public async Task carries_a_subscription_to_its_end_each_answer_with_its_position(string method)
    {
        var (status, type, text) = await Ask("subscription { counting(to: 2) { number } }", method);

        Assert.Equal((200, "text/event-stream"), (status, type));
        Assert.Equal(
            """
            event: next
            id: 1
            data: {"data":{"counting":{"number":1}}}

            event: next
            id: 2
            data: {"data":{"counting":{"number":2}}}

            event: complete
            data: 


            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Fact]
    public async Task answers_a_query_too()
    {
        var (_, _, text) = await Ask("{ __typename }");

        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata: \n\n", text);
    }

    [Theory]
    [InlineData("subscription { nothing { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { refusal { number } }", "FORBIDDEN")]
    public async Task tells_why_an_operation_does_not_begin(string query, string code)
    {
        var (status, _, text) = await Ask(query);

        Assert.Equal(200, status);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata: \n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task changes_nothing_by_GET()
    {
        var (_, _, text) = await Ask("""mutation { writeNote(input: { id: "n1", text: "" }) { errors { __typename } } }""", "GET");

        Assert.Contains("METHOD_NOT_ALLOWED", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    public async Task is_for_those_who_name_it(string accept)
    {
        var answer = await server.Post("subscription { counting(to: 2) { number } }", accept: accept);

        Assert.Equal("NOT_ACCEPTABLE", answer.Code);
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json, text/event-stream", "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, text/event-stream", "text/event-stream")]
    [InlineData("application/json, text/event-stream;q=0.5", "application/json")]
    public async Task is_not_for_one_answer_unless_it_is_wished_for_most(string accept, string type)
    {
        using var request = Request("{ __typename }", "POST");
        request.Headers.Remove("Accept");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await server.Http.SendAsync(request);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task stops_when_its_client_leaves()
    {
        using var leave = new CancellationTokenSource();
        using var request = Request("subscription { silence { number } }", "POST");
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leave.Token);
        await Eventually.True(() => server.Tally.Open == 1);

        response.Dispose();

        await Eventually.True(() => server.Tally.Open == 0);
    }

    private async Task<(int Status, string? Type, string Text)> Ask(string query, string method = "POST")
    {
        using var request = Request(query, method);
        using var response = await server.Http.SendAsync(request);
        return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(string query, string method)
    {
        var request =
            method == "GET"
                ? new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}")
                : new HttpRequestMessage(HttpMethod.Post, "/graphql")
                {
                    Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json"),
                };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }
}
