using System.Net;
using System.Net.Http.Json;

namespace Campaigns.Api.Tests.Transport;

/// <summary>Where there is room for little, and time for less.</summary>
public sealed class An_event_stream_within_limits : IAsyncLifetime
{
    private readonly NarrowServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task ends_with_a_reason_when_its_client_is_too_slow()
    {
        const int Many = 10_000;
        using var slow = new HttpClient(NarrowServer.SmallHandler()) { BaseAddress = server.Http.BaseAddress };
        using var response = await Begin(slow, $"subscription {{ counting(to: {Many}, padding: 20000) {{ number padding }} }}");

        await Eventually.StandsStill(() => server.Tally.Drawn);
        await Eventually.True(() =>
        {
            server.Clock.Advance(TimeSpan.FromSeconds(11));
            return server.Log.Said("too slow");
        });

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"code\":\"SLOW_CLIENT\"", text[^400..], StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata: \n\n", text, StringComparison.Ordinal);
        Assert.InRange(server.Tally.Drawn, 1, Many / 2);
    }

    [Fact]
    public async Task ends_with_a_reason_when_its_token_does()
    {
        server.Until = server.Clock.GetUtcNow().AddMinutes(1);
        using var response = await Begin(server.Http, "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        server.Clock.Advance(TimeSpan.FromMinutes(1));

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"code\":\"UNAUTHENTICATED\"", text, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata: \n\n", text, StringComparison.Ordinal);
        await Eventually.True(() => server.Tally.Open == 0);
    }

    [Fact]
    public async Task ends_without_a_word_when_the_server_stops_so_that_its_client_comes_back()
    {
        using var response = await Begin(server.Http, "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        server.Stop();

        Assert.DoesNotContain("complete", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_one_person_is_one_of_so_many()
    {
        using var first = await Begin(server.Http, "subscription { silence { number } }", "ada");

        using var second = await Begin(server.Http, "subscription { silence { number } }", "ada");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Contains("LIMIT_CONNECTIONS", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_is_refused_has_carried_nothing_out()
    {
        const string Write = "mutation { writeNote(input: { id: \"n1\", text: \"Bread\" }) { note { id } } }";
        using var first = await Begin(server.Http, "subscription { silence { number } }", "ada");

        using var second = await Send(new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Write }) }, "ada");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("""{"note":null}""", (await server.Post("{ note(id: \"n1\") { id } }")).Data.GetRawText());
    }

    [Fact]
    public async Task leaves_room_for_plain_questions_of_one_who_has_too_many()
    {
        const string Either = "application/json, text/event-stream";
        using var first = await Begin(server.Http, "subscription { silence { number } }", "ada");

        using var plain = await Begin(server.Http, "{ __typename }", "ada", Either);
        using var another = await Begin(server.Http, "subscription { silence { number } }", "ada", Either);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await plain.Content.ReadAsStringAsync());
        Assert.Contains("LIMIT_CONNECTIONS", await another.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Send(HttpRequestMessage request, string person) =>
        Send(server.Http, request, person, "text/event-stream");

    private static Task<HttpResponseMessage> Begin(
        HttpClient client,
        string query,
        string? person = null,
        string accept = "text/event-stream"
    ) => Send(client, new(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}"), person, accept);

    private static Task<HttpResponseMessage> Send(HttpClient client, HttpRequestMessage request, string? person, string accept)
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (person is not null)
            request.Headers.TryAddWithoutValidation("X-Person", person);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
