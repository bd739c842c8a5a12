using System.Net;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Silo.Tests;

public sealed class The_metrics_page
{
    private const string Token = "a-token-of-some-length";

    [Theory]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("::1", null, 200)]
    [InlineData("192.0.2.7", null, 403)]
    [InlineData("127.0.0.1", "X-Forwarded-For", 403)]
    [InlineData("127.0.0.1", "X-Original-For", 403)]
    [InlineData("127.0.0.1", "Forwarded", 403)]
    public async Task without_a_token_is_there_on_this_machine_only(string address, string? header, int status) =>
        Assert.Equal(status, await Ask(With(("PUBLIC_BASE_URL", null)), address, header));

    [Fact]
    public async Task without_a_token_is_closed_where_the_world_comes_in() =>
        Assert.Equal(403, await Ask(With(("PUBLIC_BASE_URL", "https://campaigns.example.com")), "127.0.0.1"));

    [Theory]
    [InlineData("192.0.2.7", $"Bearer {Token}", 200)]
    [InlineData("127.0.0.1", $"bearer {Token} ", 200)]
    [InlineData("127.0.0.1", null, 401)]
    [InlineData("127.0.0.1", "Bearer ", 401)]
    [InlineData("127.0.0.1", $"Bearer {Token}s", 401)]
    [InlineData("127.0.0.1", $"Basic {Token}", 401)]
    public async Task with_a_token_is_there_for_whoever_has_it(string address, string? authorization, int status) =>
        Assert.Equal(status, await Ask(With(("CAMPAIGNS_METRICS_TOKEN", Token)), address, "Authorization", authorization));

    private static SiloSettings With(params (string, string?)[] changes) => SettingsReader.Read(GoodEnvironment.With(changes));

    private static async Task<int> Ask(SiloSettings settings, string address, string? header = null, string? value = "for=192.0.2.7")
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        if (header is not null)
            http.Request.Headers[header] = value;
        await new MetricsPage(settings).Guard(http, _ => Task.CompletedTask);
        return http.Response.StatusCode;
    }
}
