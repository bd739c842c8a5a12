using System.Net;
using System.Text.Json;
using Campaigns.Silo.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Campaigns.Silo.Tests;

public sealed class The_readiness_answer : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private IPAddress caller = IPAddress.Loopback;
    private HealthStatus status = HealthStatus.Healthy;
    private int checks;

    public The_readiness_answer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddHealthChecks().AddCheck("log", Check);
        app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.Connection.RemoteIpAddress = caller;
                return next(context);
            }
        );
    }

    public async ValueTask InitializeAsync()
    {
        app.MapCampaignsHealth(publicAddress: null);
        await app.StartAsync();
        http.BaseAddress = new(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task is_the_same_for_a_second_however_many_ask()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ask()));
        status = HealthStatus.Unhealthy;
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal((HttpStatusCode.OK, 1), ((await Ask()).Status, checks));

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 2), ((await Ask()).Status, checks));
    }

    [Fact]
    public async Task is_no_from_the_moment_on_that_the_process_is_told_to_stop()
    {
        Assert.Equal(HttpStatusCode.OK, (await Ask()).Status);

        app.Lifetime.StopApplication();

        using var answer = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("told to stop", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_kept_by_no_one_on_the_way()
    {
        using var answer = await http.GetAsync("/health/ready");

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task has_its_numbers_for_callers_on_this_machine() =>
        Assert.Equal("31415926", (await Ask()).Log.GetProperty("data").GetProperty("head").GetString());

    [Theory]
    [InlineData("192.0.2.7", null)]
    [InlineData("2001:db8::7", null)]
    [InlineData("127.0.0.1", "X-Forwarded-For")] // by a proxy on this machine
    [InlineData("127.0.0.1", "Forwarded")]
    public async Task has_no_numbers_for_callers_from_elsewhere(string address, string? header)
    {
        caller = IPAddress.Parse(address);

        var (answered, log) = await Ask(header);

        Assert.Equal((HttpStatusCode.OK, "ok"), (answered, log.GetProperty("status").GetString()));
        Assert.DoesNotContain("31415926", log.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("head", log.GetRawText(), StringComparison.Ordinal);
    }

    private HealthCheckResult Check()
    {
        Interlocked.Increment(ref checks);
        return new(status, "answers", data: new Dictionary<string, object> { ["head"] = "31415926" });
    }

    private async Task<(HttpStatusCode Status, JsonElement Log)> Ask(string? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        if (header is not null)
            request.Headers.Add(header, "for=192.0.2.7");
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("log"));
    }
}
