using System.Net;
using Campaigns.Silo.Configuration;
using Campaigns.Silo.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Campaigns.Silo.Tests;

public sealed class The_edge
{
    [Fact]
    public async Task believes_no_proxy_that_is_not_on_the_list()
    {
        Assert.Equal("127.0.0.1", await Who([], "8.8.8.8"));
        Assert.Equal("127.0.0.1", await Who([("TRUSTED_PROXIES", "10.0.0.0/8")], "8.8.8.8"));
    }

    [Fact]
    public async Task believes_those_on_the_list_from_the_last_one_backwards()
    {
        (string, string?)[] trusted = [("TRUSTED_PROXIES", "127.0.0.1,10.0.0.0/8")];

        Assert.Equal("8.8.8.8", await Who(trusted, "8.8.8.8"));
        Assert.Equal("8.8.8.8", await Who(trusted, "1.2.3.4, 8.8.8.8")); // what the client itself said before
        Assert.Equal("8.8.8.8", await Who(trusted, "1.2.3.4, 8.8.8.8, 10.1.2.3"));
        Assert.Equal("127.0.0.1", await Who(trusted, "nonsense\""));
    }

    [Theory]
    [InlineData("TRUSTED_PROXIES", "proxy.example.com")]
    [InlineData("TRUSTED_PROXIES", "10.0.0.0/99")]
    [InlineData("CAMPAIGNS_PERSISTED_ONLY", "true")]
    [InlineData("CAMPAIGNS_PERSISTED_DOCUMENTS", "/nowhere/at/all")]
    [InlineData("CAMPAIGNS_API_REQUESTS_PER_PERSON", "0")]
    [InlineData("CAMPAIGNS_AI_WINDOW_SECONDS", "-1")]
    public void is_refused_by_the_variables_name_where_it_is_wrong(string name, string value)
    {
        var no = Assert.Throws<ConfigurationException>(() => SettingsReader.Read(GoodEnvironment.With((name, value))));

        Assert.StartsWith($"{name} ", Assert.Single(no.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void has_limits_that_can_be_set()
    {
        var usual = SettingsReader.Read(GoodEnvironment.With()).Edge;
        Assert.Equal((30, 120, 60), (usual.AiLimit.PerPerson, usual.AiLimit.PerTenant, (int)usual.AiLimit.Window.TotalSeconds));
        Assert.True(usual.AiLimit.WrittenFirst);
        Assert.True(usual.Introspection);

        var set = SettingsReader
            .Read(GoodEnvironment.With(("CAMPAIGNS_API_REQUESTS_PER_PERSON", "7"), ("CAMPAIGNS_NO_INTROSPECTION", "true")))
            .Edge;
        Assert.Equal((7, usual.ApiLimit.PerTenant), (set.ApiLimit.PerPerson, set.ApiLimit.PerTenant));
        Assert.False(set.Introspection);
    }

    [Fact]
    public async Task tells_browsers_to_be_careful()
    {
        using var answer = await Ask([], _ => { });

        foreach (
            var (name, value) in (ReadOnlySpan<(string, string)>)
                [
                    ("X-Content-Type-Options", "nosniff"),
                    ("Referrer-Policy", "no-referrer"),
                    ("X-Frame-Options", "DENY"),
                    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
                    ("Cross-Origin-Resource-Policy", "same-origin"),
                    ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
                ]
        )
            Assert.Equal(value, Assert.Single(answer.Headers.GetValues(name)));

        using var plain = await Ask([("PUBLIC_BASE_URL", null)], _ => { });
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("https://evil.example.com", false)]
    [InlineData("https://app.example.com.evil.example", false)]
    [InlineData("null", false)]
    public async Task lets_pages_on_the_list_read_answers_and_never_with_cookies(string origin, bool isAllowed)
    {
        using var asked = await Ask(
            [],
            request =>
            {
                request.Method = HttpMethod.Options;
                request.Headers.Add("Origin", origin);
                request.Headers.Add("Access-Control-Request-Method", "POST");
                request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,graphql-require-preflight");
            }
        );
        using var answered = await Ask([], request => request.Headers.Add("Origin", origin));

        foreach (var answer in (HttpResponseMessage[])[asked, answered])
        {
            Assert.Equal(isAllowed, answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
        }
        if (isAllowed)
            Assert.Contains("Retry-After", answered.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
    }

    private static async Task<string> Who((string, string?)[] changes, string forwarded)
    {
        using var answer = await Ask(changes, request => request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded));
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> Ask((string, string?)[] changes, Action<HttpRequestMessage> asking)
    {
        var settings = SettingsReader.Read(GoodEnvironment.With(changes));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddEdge(settings);
        await using var app = builder.Build();
        app.UseEdge(settings);
        app.UseCors();
        app.MapGet("/", (HttpContext http) => $"{http.Connection.RemoteIpAddress?.MapToIPv4()}");
        await app.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Urls.Single());
        asking(request);
        var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{answer.StatusCode}");
        return answer;
    }
}
