using System.Net;
using System.Net.WebSockets;
using Campaigns.Api.Tests.Transport;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.Tests.Auth;

/// <summary>A WebSocket or an event stream, and the session token it lives by.</summary>
public sealed class A_connection(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Me = "{ me { user tenant } }";
    private const string Ada = """next 1 {"data":{"me":{"user":"user_ada","tenant":"org_club"}}}""";

    private Uri Address => server.Http.BaseAddress!;

    [Fact]
    public async Task takes_the_token_of_its_first_message()
    {
        foreach (
            var payload in (object[])
                [
                    new { token = server.Token() },
                    new { authorization = $"Bearer {server.Token()}" },
                    new { Authorization = $"bearer {server.Token()}" },
                ]
        )
        {
            await using var client = await SocketClient.Begin(Address, payload);
            await client.Subscribe("1", Me);
            Assert.Equal(Ada, await client.HearShort());
        }
    }

    [Fact]
    public async Task takes_the_token_of_its_first_request()
    {
        await using var client = await WithHeader(server.Token());
        await client.Say(new { type = "connection_init" });
        Assert.Equal("connection_ack", await client.HearShort());
        await client.Subscribe("1", Me);
        Assert.Equal(Ada, await client.HearShort());
    }

    [Fact]
    public async Task without_a_token_is_closed()
    {
        await using var client = await SocketClient.Open(Address);

        await client.Say(new { type = "connection_init" });

        Assert.Equal((4401, "Unauthorized: a valid session token is required"), await client.HearEnd());
    }

    [Fact]
    public async Task with_a_bad_token_is_closed_and_not_told_why()
    {
        foreach (
            var token in (string[])
                [
                    "",
                    "a.b.c",
                    "x\r\ny",
                    server.Token(claims => claims["exp"] = server.Now - 6),
                    server.Token(claims => claims["azp"] = "https://other.example.com"),
                    server.Token(claims => claims["iss"] = "https://other.example.com"),
                    server.Token(key: new IssuerKey("ins_1")),
                ]
        )
        {
            await using var client = await SocketClient.Open(Address);
            await client.Say(new { type = "connection_init", payload = new { token } });
            Assert.Equal((4401, "Unauthorized: a valid session token is required"), await client.HearEnd());
        }
    }

    [Fact]
    public async Task with_a_bad_token_in_its_first_request_is_not_opened()
    {
        var no = await Assert.ThrowsAsync<WebSocketException>(() => WithHeader("a.b.c"));

        Assert.Contains("401", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_cannot_be_judged_just_now_is_asked_to_come_again()
    {
        await using var fresh = new ApiServer(); // that knows no keys yet
        await fresh.InitializeAsync();
        fresh.Issuer.Instead = Results.StatusCode(503);
        await using var client = await SocketClient.Open(fresh.Http.BaseAddress!);

        await client.Say(new { type = "connection_init", payload = new { token = fresh.Token() } });

        Assert.Equal((1013, "Try again later"), await client.HearEnd());
    }

    [Fact]
    public async Task ends_when_its_token_does_and_begins_again_with_a_new_one()
    {
        await using var client = await SocketClient.Begin(Address, new { token = server.Token() });
        server.Clock.Advance(TimeSpan.FromSeconds(64)); // the token's minute, and most of what clocks may differ
        await client.Subscribe("1", Me);
        Assert.Equal(Ada, await client.HearShort());
        Assert.Equal("complete 1", await client.HearShort());

        server.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((4403, "Forbidden: the session token has expired"), await client.HearEnd());
        await using var again = await SocketClient.Begin(Address, new { token = server.Token() });
    }

    [Fact]
    public async Task of_one_person_is_one_of_so_many()
    {
        var clients = new List<SocketClient>();
        for (var n = 0; n < 20; n++)
            clients.Add(await SocketClient.Begin(Address, new { token = Grace() }));

        await using var another = await SocketClient.Open(Address);
        await another.Say(new { type = "connection_init", payload = new { token = Grace() } });

        Assert.Equal((4503, "Too many connections of one person"), await another.HearEnd());
        await using var somebody = await SocketClient.Begin(Address, new { token = server.Token() });
        foreach (var client in clients)
            await client.DisposeAsync();

        string Grace() => server.Token(claims => claims["sub"] = "user_grace");
    }

    [Fact]
    public async Task is_opened_by_a_page_on_the_list_and_by_our_own()
    {
        foreach (var origin in (string[])[ApiServer.FrontEnd, Address.GetLeftPart(UriPartial.Authority)])
            await using (await WithOrigin(origin)) { }
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("null")]
    [InlineData("https://app.example.com.evil.example")]
    public async Task is_not_opened_by_another_page(string origin)
    {
        var no = await Assert.ThrowsAsync<WebSocketException>(() => WithOrigin(origin));

        Assert.Contains("403", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_only_looks_like_a_WebSocket_needs_a_token_like_any_request()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");

        using var response = await server.Http.SendAsync(request);

        Assert.Contains("UNAUTHENTICATED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_events_needs_a_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");

        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private Task<SocketClient> WithHeader(string token) =>
        SocketClient.Open(Address, options: options => options.SetRequestHeader("Authorization", $"Bearer {token}"));

    private Task<SocketClient> WithOrigin(string origin) =>
        SocketClient.Open(Address, options: options => options.SetRequestHeader("Origin", origin));
}
