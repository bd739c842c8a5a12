using System.Net;
using Campaigns.Domain;
using Campaigns.Integrations.Http;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Integrations.Tests.Http;

public sealed class A_download_of_what_somebody_named
{
    private static readonly PublicDownloadOptions Sandbox = new(LoopbackAllowed: true)
    {
        MostBytes = 1_000,
        Deadline = TimeSpan.FromSeconds(30),
    };

    [Fact]
    public async Task comes_whole_and_by_redirects_that_lead_on()
    {
        await using var server = await StandIn.Answering(To("/next"), To("/last"), Saying(new string('x', 1_000)));

        var got = Assert.IsType<Reply<Downloaded>.Done>(await Get(server.Url));

        Assert.Equal((1_000, "image/jpeg"), (got.Value.Bytes.Length, got.Value.ClaimedType));
        Assert.Equal(["/", "/next", "/last"], server.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task ends_at_so_many_redirects()
    {
        await using var server = await StandIn.Answering(To("/again"));

        Assert.Equal("redirects", await CodeOf(server.Url));
        Assert.Equal(4, server.Calls.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ends_at_so_many_bytes_whatever_its_length_claims(bool claims)
    {
        await using var server = await StandIn.Answering(Saying(new string('x', 1_001), claims));

        Assert.Equal("too_large", await CodeOf(server.Url));
    }

    [Fact]
    public async Task ends_at_so_many_seconds_however_slowly_it_comes()
    {
        await using var server = await StandIn.Answering(async http =>
        {
            for (var i = 0; i < 1_000 && !http.RequestAborted.IsCancellationRequested; i++)
            {
                await http.Response.WriteAsync("x", http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
                await Task.Delay(100, http.RequestAborted);
            }
        });

        Assert.Equal("timeout", await CodeOf(server.Url, Sandbox with { Deadline = TimeSpan.FromMilliseconds(300) }));
    }

    [Theory]
    [InlineData("https://rebound.example/x", "not_public")] // a name that leads into a private network
    [InlineData("https://10.0.0.7/x", "not_public")]
    [InlineData("https://[::1]/x", "not_public")]
    [InlineData("https://169.254.169.254/latest/meta-data", "not_public")]
    [InlineData("https://2130706433/x", "not_public")] // 127.0.0.1 as a number
    [InlineData("https://0x7f.1/x", "not_public")]
    [InlineData("http://public.example/x", "address")]
    [InlineData("https://name:password@public.example/x", "address")]
    [InlineData("file:///etc/passwd", "address")]
    [InlineData("ftp://public.example/x", "address")]
    public async Task goes_to_public_addresses_alone_from_the_first_step_and_from_any_other(string address, string code)
    {
        var strict = Sandbox with { LoopbackAllowed = false };
        Assert.Equal(code, await CodeOf(new Uri(address), strict));

        if (code == "address" || !new Uri(address).IsLoopback) // in the sandbox, this machine may be led to
        {
            await using var server = await StandIn.Answering(To(address));
            Assert.Equal(code, await CodeOf(server.Url));
            Assert.Single(server.Calls);
        }
    }

    [Fact]
    public async Task is_refused_when_it_is_not_there() =>
        Assert.Equal("http_404", await CodeOf((await StandIn.Answering(http => Task.Run(() => http.Response.StatusCode = 404))).Url));

    private static Answer To(string next) =>
        http =>
        {
            http.Response.Redirect(next);
            return Task.CompletedTask;
        };

    private static Answer Saying(string text, bool claims = false) =>
        http =>
        {
            http.Response.ContentType = "image/jpeg";
            if (claims)
                http.Response.ContentLength = text.Length;
            return http.Response.WriteAsync(text);
        };

    private static async Task<string> CodeOf(Uri address, PublicDownloadOptions? options = null) =>
        await Get(address, options) switch
        {
            Reply<Downloaded>.Rejected rejected => rejected.Problem.Code,
            Reply<Downloaded>.Broken broken => broken.Problem.Code,
            var other => other.GetType().Name,
        };

    private static Task<Reply<Downloaded>> Get(Uri address, PublicDownloadOptions? options = null) =>
        PublicDownload
            .With(
                options ?? Sandbox,
                (host, ct) =>
                    host.EndsWith(".example", StringComparison.Ordinal)
                        ? Task.FromResult<IPAddress[]>([IPAddress.Parse("192.168.7.7"), IPAddress.Loopback])
                        : Dns.GetHostAddressesAsync(host, ct),
                TimeProvider.System
            )
            .Get(address, default);
}
