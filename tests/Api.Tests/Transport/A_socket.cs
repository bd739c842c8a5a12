using System.Net.WebSockets;

namespace Campaigns.Api.Tests.Transport;

/// <summary>The protocol graphql-transport-ws, over real sockets.</summary>
public sealed class A_socket(SampleServer server) : IClassFixture<SampleServer>
{
    private Uri Address => server.Http.BaseAddress!;

    [Fact]
    public async Task speaks_the_protocol_it_is_asked_for()
    {
        await using var client = await SocketClient.Open(Address);

        Assert.Equal("graphql-transport-ws", client.Protocol);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task of_another_protocol_is_closed(string? protocol)
    {
        await using var client = await SocketClient.Open(Address, protocol);

        Assert.Equal((4406, "Subprotocol not acceptable"), await client.HearEnd());
    }

    [Fact]
    public async Task answers_queries_and_mutations()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.Subscribe("1", "query($at: DateTime!) { echo(at: $at) }", new { at = "2026-03-01T10:00:00+01:00" });
        Assert.Equal("""next 1 {"data":{"echo":"2026-03-01T09:00:00Z"}}""", await client.HearShort());
        Assert.Equal("complete 1", await client.HearShort());
        await client.Subscribe("1", """mutation { writeNote(input: { id: "n1", text: "" }) { errors { __typename } } }""");
        Assert.StartsWith("next 1 {\"data\":{\"writeNote\":{\"errors\":[{", await client.HearShort(), StringComparison.Ordinal);
        Assert.Equal("complete 1", await client.HearShort());
    }

    [Fact]
    public async Task carries_subscriptions_to_their_end()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.Subscribe("s", "subscription { counting(to: 3) { number } }");

        for (var number = 1; number <= 3; number++)
            Assert.Equal($$$$"""next s {"data":{"counting":{"number":{{{{number}}}}}}}""", await client.HearShort());
        Assert.Equal("complete s", await client.HearShort());
    }

    [Fact]
    public async Task stops_a_subscription_that_is_wanted_no_more()
    {
        await using var client = await SocketClient.Begin(Address);
        await client.Subscribe("s", "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        await client.Say(new { id = "s", type = "complete" });

        await Eventually.True(() => server.Tally.Open == 0);
        await client.Say(new { id = "unknown", type = "complete" });
        await client.Subscribe("s", "{ __typename }");
        Assert.Equal("""next s {"data":{"__typename":"Query"}}""", await client.HearShort());
    }

    [Fact]
    public async Task stops_everything_of_a_client_that_vanishes()
    {
        var client = await SocketClient.Begin(Address);
        await client.Subscribe("s", "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        client.Vanish();

        await Eventually.True(() => server.Tally.Open == 0);
        await client.DisposeAsync();
    }

    [Theory]
    [InlineData("subscription { counting(to: 3) { number", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { counting(to: 3) { nothing } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { a: counting(to: 3) { number } b: counting(to: 3) { number } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription($n: Int!) { counting(to: $n) { number } }", "BAD_USER_INPUT")]
    [InlineData("subscription { refusal { number } }", "FORBIDDEN")]
    [InlineData("query { nothing }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task tells_why_an_operation_does_not_begin(string query, string code)
    {
        await using var client = await SocketClient.Begin(Address);

        await client.Subscribe("s", query);

        var error = await client.Hear();
        Assert.Equal(("error", "s"), (error.GetProperty("type").GetString(), error.GetProperty("id").GetString()));
        Assert.Equal(code, error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task keeps_mistakes_of_ours_to_itself()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.Subscribe("s", "subscription { breaking { number } }");

        Assert.StartsWith("next s", await client.HearShort(), StringComparison.Ordinal);
        var error = await client.HearShort();
        Assert.Contains("INTERNAL", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
        Assert.Contains("secret of the machine", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task answers_pings_even_before_anything_else()
    {
        await using var client = await SocketClient.Open(Address);

        await client.Say(new { type = "ping" });
        Assert.Equal("pong", await client.HearShort());
        await client.Say(new { type = "pong" });
        await client.Say(new { type = "ping", payload = new { n = 1 } });
        Assert.Equal("""pong {"n":1}""", await client.HearShort());
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{__typename}"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{__typename}"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"complete"}""")]
    public async Task closes_on_what_is_no_message(string text)
    {
        await using var client = await SocketClient.Begin(Address);

        await client.SayText(text);

        var (code, words) = await client.HearEnd();
        Assert.Equal(4400, code);
        Assert.StartsWith("Invalid message", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task closes_on_bytes()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.SayText("""{"type":"ping"}""", WebSocketMessageType.Binary);

        Assert.Equal(4400, (await client.HearEnd()).Code);
    }

    [Fact]
    public async Task closes_on_an_operation_before_it_is_initialised()
    {
        await using var client = await SocketClient.Open(Address);

        await client.Subscribe("1", "{ __typename }");

        Assert.Equal((4401, "Unauthorized"), await client.HearEnd());
    }

    [Fact]
    public async Task closes_on_a_second_initialisation()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.Say(new { type = "connection_init" });

        Assert.Equal((4429, "Too many initialisation requests"), await client.HearEnd());
    }

    [Fact]
    public async Task closes_on_an_id_that_is_taken()
    {
        await using var client = await SocketClient.Begin(Address);
        await client.Subscribe("twice", "subscription { silence { number } }");

        await client.Subscribe("twice", "{ __typename }");

        Assert.Equal((4409, "Subscriber for twice already exists"), await client.HearEnd());
    }

    [Fact]
    public async Task closes_on_a_message_that_is_too_large()
    {
        await using var client = await SocketClient.Begin(Address);

        await client.SayText($$$"""{"type":"ping","payload":{"x":"{{{new string('x', 1024 * 1024)}}}"}}""");

        Assert.Equal((1009, "Message too large"), await client.HearEnd());
    }
}
