using System.Net.Http.Json;
using System.Net.WebSockets;
using Campaigns.Api.Tests.Transport;

namespace Campaigns.Api.Tests.Auth;

public sealed class A_session_cookie(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Me = "{me{user tenant}}";

    [Theory]
    [InlineData("GraphQL-Require-Preflight")]
    [InlineData("GraphQL-Preflight")]
    [InlineData("Apollo-Require-Preflight")]
    [InlineData("X-Apollo-Operation-Name")]
    public async Task counts_with_a_header_that_no_strange_page_can_send(string header)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var answer = await Ask(method, $"__session={server.Token()}", header);
            Assert.Equal("user_ada", answer.Data.GetProperty("me").GetProperty("user").GetString());
        }
    }

    [Fact]
    public async Task counts_for_nothing_without_it()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            var answer = await Ask(method, $"__session={server.Token()}");
            Assert.Equal((403, "PREFLIGHT_REQUIRED"), (answer.Status, answer.Code));
            Assert.False(answer.HasData);
        }

        using var upload = new HttpRequestMessage(HttpMethod.Post, "/media") { Content = new StringContent("x") };
        upload.Headers.Add("Cookie", $"__session={server.Token()}");
        Assert.Equal("PREFLIGHT_REQUIRED", (await server.Send(upload)).Code);
    }

    [Fact]
    public async Task is_not_looked_at_beside_a_token_that_was_sent()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Me}");
        request.Headers.Add("Cookie", $"__session={server.Token(claims => claims["sub"] = "user_grace")}");
        request.Headers.Authorization = new("Bearer", server.Token());
        Assert.Equal("user_ada", (await server.Send(request)).Data.GetProperty("me").GetProperty("user").GetString());

        using var basic = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Me}");
        basic.Headers.Add("Cookie", $"__session={server.Token()}");
        basic.Headers.Add("GraphQL-Require-Preflight", "1");
        basic.Headers.Authorization = new("Basic", "eDp5");
        Assert.Equal((401, "UNAUTHENTICATED"), StatusAndCode(await server.Send(basic)));
    }

    [Fact]
    public async Task is_judged_as_any_token_is()
    {
        foreach (
            var token in (string[])
                [
                    "",
                    "a.b.c",
                    server.Token(claims => claims["exp"] = server.Now - 6),
                    server.Token(claims => claims["azp"] = "https://other.example.com"),
                ]
        )
            Assert.Equal((401, "UNAUTHENTICATED"), StatusAndCode(await Ask(HttpMethod.Get, $"__session={token}", "GraphQL-Preflight")));
    }

    [Fact]
    public async Task may_have_Clerks_suffix_unless_there_are_several()
    {
        var token = server.Token();

        var one = await Ask(HttpMethod.Get, $"__session_a1b2={token}", "GraphQL-Preflight");
        Assert.Equal("user_ada", one.Data.GetProperty("me").GetProperty("user").GetString());
        var two = await Ask(HttpMethod.Get, $"__session_a1b2={token}; __session_c3d4={token}", "GraphQL-Preflight");
        Assert.Equal((401, "UNAUTHENTICATED"), StatusAndCode(two));
    }

    [Fact]
    public async Task opens_a_WebSocket_of_a_page_on_the_list_alone()
    {
        await using var client = await Open(ApiServer.FrontEnd);
        await client.Say(new { type = "connection_init" });
        Assert.Equal("connection_ack", await client.HearShort());
        await client.Subscribe("1", Me);
        Assert.StartsWith("next 1 {\"data\":{\"me\":{\"user\":\"user_ada\"", await client.HearShort(), StringComparison.Ordinal);

        var strange = await Assert.ThrowsAsync<WebSocketException>(() => Open("https://evil.example.com"));
        Assert.Contains("403", strange.Message, StringComparison.Ordinal);

        await using var none = await Open(origin: null); // no browser
        await none.Say(new { type = "connection_init" });
        Assert.Equal(4401, (await none.HearEnd()).Code);
    }

    private Task<SocketClient> Open(string? origin) =>
        SocketClient.Open(
            server.Http.BaseAddress!,
            options: options =>
            {
                options.SetRequestHeader("Cookie", $"__session={server.Token()}");
                if (origin is not null)
                    options.SetRequestHeader("Origin", origin);
            }
        );

    private async Task<Answer> Ask(HttpMethod method, string cookie, string? header = null)
    {
        using var request =
            method == HttpMethod.Get
                ? new HttpRequestMessage(method, $"/graphql?query={Me}")
                : new(method, "/graphql") { Content = JsonContent.Create(new { query = Me }) };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Headers.Add("Cookie", cookie);
        if (header is not null)
            request.Headers.Add(header, "1");
        return await server.Send(request);
    }

    private static (int, string?) StatusAndCode(Answer answer) => (answer.Status, answer.Code);
}
