namespace Campaigns.RunningSystem;

[Collection(nameof(SharedSystem))]
public sealed class The_operators_pages(LiveSystem system)
{
    [Fact]
    public async Task tell_their_numbers_to_whoever_has_the_token()
    {
        await Workspace.Open(system);
        string[] names =
        [
            "campaigns_append_duration_seconds_bucket",
            "campaigns_append_batch_size",
            "campaigns_append_batch_duration_seconds_bucket",
            "campaigns_commands_total",
            "campaigns_graphql_duration_seconds_bucket",
            "campaigns_provider_duration_seconds_bucket",
            "campaigns_due_backlog",
            "http_server_request_duration_seconds_bucket",
            "db_client_",
            "dotnet_",
        ];

        var page = await LiveSystem.Until(
            TimeSpan.FromSeconds(60),
            async () =>
            {
                var (status, body) = await system.Get("metrics", "Authorization", $"Bearer {LiveSystem.MetricsToken}");
                Assert.Equal(200, status);
                return names.All(name => body.Contains($"\n{name}", StringComparison.Ordinal)) ? body : null;
            }
        );

        Assert.DoesNotContain("org_", page, StringComparison.Ordinal); // a series for each tenant would be without end
        Assert.Contains("campaigns_aggregate=\"campaign\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Nothing", "1")]
    [InlineData("Authorization", "Bearer of-another-kind-0123456789")]
    public async Task tell_nobody_else_their_numbers(string header, string value) =>
        Assert.Equal((401, ""), await system.Get("metrics", header, value));

    [Theory]
    [InlineData("dashboard/")]
    [InlineData("dashboard/DashboardCounters")]
    [InlineData("dashboard/index.min.js")]
    public async Task show_how_grains_run_to_an_operator(string path)
    {
        var token = await system.Token("org_operators", user: LiveSystem.Operator);

        Assert.Equal(200, (await system.Get(path, "Authorization", $"Bearer {token}")).Status);
        Assert.Equal(200, (await system.Get(path, "Cookie", $"__session={token}")).Status);
    }

    [Theory]
    [InlineData("dashboard/")]
    [InlineData("dashboard/DashboardCounters")]
    [InlineData("dashboard/index.min.js")]
    public async Task show_nothing_to_others(string path)
    {
        var token = await system.Token("org_others");

        Assert.Equal(401, (await system.Get(path, "X-Nothing", "1")).Status);
        Assert.Equal(401, (await system.Get(path, "Cookie", "__session=nonsense")).Status);
        Assert.Equal(403, (await system.Get(path, "Cookie", $"__session={token}")).Status);
    }

    [Fact]
    public async Task show_no_tenants_content_to_anyone()
    {
        var token = await system.Token("org_operators", user: LiveSystem.Operator);

        Assert.Equal(403, (await system.Get("dashboard/GrainState?grainId=x&grainType=y", "Cookie", $"__session={token}")).Status);
        Assert.Equal(403, (await system.Get("dashboard/Trace", "Cookie", $"__session={token}")).Status);
    }

    [Fact]
    public async Task alone_are_opened_by_a_cookie()
    {
        var token = await system.Token("org_operators", user: LiveSystem.Operator);

        // Elsewhere a cookie does not count by itself: a strange page's request would carry it too.
        Assert.Equal(403, (await system.Get("graphql?query=%7B__typename%7D", "Cookie", $"__session={token}")).Status);
    }
}
