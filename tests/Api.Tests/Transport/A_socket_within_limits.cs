using System.Net.WebSockets;

namespace Campaigns.Api.Tests.Transport;

/// <summary>Where there is room for little, and time for less.</summary>
public sealed class A_socket_within_limits : IAsyncLifetime
{
    private readonly NarrowServer server = new();

    private Uri Address => server.Http.BaseAddress!;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task must_be_initialised_in_time()
    {
        await using var client = await SocketClient.Open(Address);
        await client.Say(new { type = "ping" });
        await client.HearShort();

        server.Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal((4408, "Connection initialisation timeout"), await client.HearEnd());
    }

    [Fact]
    public async Task says_little_before_it_is_let_in()
    {
        var long_ = new string('x', 2_000);
        await using var stranger = await SocketClient.Open(Address);
        await using var guest = await SocketClient.Begin(Address);

        await stranger.Say(new { type = "connection_init", payload = new { long_ } });
        await guest.Say(new { type = "ping", payload = new { long_ } });

        Assert.Equal((1009, "Message too large"), await stranger.HearEnd());
        Assert.StartsWith("pong ", await guest.HearShort(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_nobody_was_let_in_over_is_one_of_so_many()
    {
        var strangers = new List<SocketClient>();
        for (var n = 0; n < 3; n++)
            strangers.Add(await SocketClient.Open(Address));

        var no = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.Open(Address));

        Assert.Contains("503", no.Message, StringComparison.Ordinal);
        await strangers[0].Say(new { type = "connection_init" });
        Assert.Equal("connection_ack", await strangers[0].HearShort());
        await using (await SocketClient.Open(Address)) { } // there is room again
        foreach (var stranger in strangers)
            await stranger.DisposeAsync();
    }

    [Fact]
    public async Task runs_so_many_operations_and_no_more()
    {
        await using var client = await SocketClient.Begin(Address);
        foreach (var id in (string[])["1", "2"])
            await client.Subscribe(id, "subscription { silence { number } }");

        await client.Subscribe("3", "{ __typename }");

        Assert.StartsWith("error 3 ", await client.HearShort(), StringComparison.Ordinal);
        await client.Say(new { id = "1", type = "complete" });
        await client.Subscribe("3", "{ __typename }");
        Assert.StartsWith("next 3 ", await client.HearShort(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task runs_nothing_that_would_cost_too_much()
    {
        await using var client = await SocketClient.Begin(Address);

        var fields = string.Join(' ', Enumerable.Range(0, 70).Select(n => $"f{n}: number"));
        await client.Subscribe("1", $"subscription {{ counting(to: 1) {{ {fields} }} }}");

        Assert.Contains("LIMIT_COMPLEXITY", await client.HearShort(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_dropped_with_a_reason_when_its_client_is_too_slow()
    {
        const int Many = 10_000;
        await using var client = await SocketClient.Open(Address, invoker: new HttpMessageInvoker(NarrowServer.SmallHandler()));
        await client.Say(new { type = "connection_init" });
        await client.Subscribe("s", $"subscription {{ counting(to: {Many}, padding: 20000) {{ number padding }} }}");

        // It hears nothing: what fits between us goes out, and then no more is drawn.
        await Eventually.StandsStill(() => server.Tally.Drawn);
        await Eventually.True(() =>
        {
            server.Clock.Advance(TimeSpan.FromSeconds(11));
            return server.Log.Said("too slow");
        });

        var drawn = server.Tally.Drawn;
        Assert.Equal((4508, "Too slow: come back behind the last position seen"), await client.HearEnd());
        Assert.InRange(drawn, 1, Many / 2);
        Assert.Equal(drawn, server.Tally.Drawn);
    }

    [Fact]
    public async Task is_closed_politely_when_the_server_stops()
    {
        await using var client = await SocketClient.Begin(Address);
        await client.Subscribe("s", "subscription { silence { number } }");
        await Eventually.True(() => server.Tally.Open == 1);

        server.Stop();

        Assert.Equal((1001, "The server is going away"), await client.HearEnd());
        Assert.Equal(0, server.Tally.Open);
    }
}
