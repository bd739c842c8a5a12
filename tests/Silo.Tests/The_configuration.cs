using Campaigns.Silo.Configuration;

namespace Campaigns.Silo.Tests;

public sealed class The_configuration
{
    [Fact]
    public void of_a_good_environment_is_taken()
    {
        var settings = SettingsReader.Read(GoodEnvironment.With());

        Assert.Equal(ProcessRoles.Both, settings.Roles);
        Assert.Equal("https://clever-cat-1.clerk.accounts.dev", settings.Clerk!.Issuer);
        Assert.Equal(32, settings.MasterKey.Length);
        Assert.Equal((90, 120), (settings.Publishing.CallTimeout.TotalSeconds, settings.Publishing.CallDeadline.TotalSeconds));
        Assert.Equal(["https://app.example.com"], settings.CorsOrigins);
        Assert.Equal((11111, 30000), (settings.Cluster.SiloPort, settings.Cluster.GatewayPort));
    }

    [Theory]
    [InlineData("DATABASE_URL_SILO", null, "is not set")]
    [InlineData("DATABASE_URL_SILO", "mysql://db.example.com/x", "is not a postgresql:// address")]
    [InlineData("DATABASE_URL_API", " ", "is not set")]
    [InlineData("CAMPAIGNS_MASTER_KEY", null, "is not set")]
    [InlineData("CAMPAIGNS_MASTER_KEY", "c2hvcnQ=", "is not 32 bytes in base64")]
    [InlineData("CAMPAIGNS_MASTER_KEY", "not base64 at all", "is not 32 bytes in base64")]
    [InlineData("CLERK_ISSUER", null, "is not set, and neither is VITE_CLERK_PUBLISHABLE_KEY")]
    [InlineData("CLERK_ISSUER", "https://clerk.example.com/", "ends with a slash")]
    [InlineData("CLERK_ISSUER", "http://127.0.0.1:5090/clerk", "points to this machine")]
    [InlineData("CLERK_AUTHORIZED_PARTIES", null, "is not set")]
    [InlineData("CLERK_AUTHORIZED_PARTIES", "https://app.example.com/", "is no origin")]
    [InlineData("CORS_ORIGINS", "app.example.com", "is no origin")]
    [InlineData("GEMINI_BASE_URL", "http://gemini.example.com/v1beta", "is plain http")]
    [InlineData("GEMINI_BASE_URL", "https://localhost:5090/gemini/v1beta", "points to this machine")]
    [InlineData("GEMINI_BASE_URL", "gemini", "is not an http(s) address")]
    [InlineData("CAMPAIGNS_PRICES", "/nowhere/prices.json", "names a file that cannot be read")]
    [InlineData("RUBE_MCP_URL", "http://[::1]:5090/rube/mcp", "points to this machine")]
    [InlineData("PUBLIC_BASE_URL", "ftp://campaigns.example.com", "is not an http(s) address")]
    [InlineData("CAMPAIGNS_SANDBOX", "perhaps", "is neither true nor false")]
    [InlineData("CAMPAIGNS_ROLES", "silo,worker", "holds 'worker'")]
    [InlineData("CAMPAIGNS_SILO_PORT", "70000", "is not a whole number from 1 to 65535")]
    [InlineData("CAMPAIGNS_GATEWAY_PORT", "11111", "is the same as CAMPAIGNS_SILO_PORT")]
    [InlineData("CAMPAIGNS_SILO_ADDRESS", "silo-1.local", "is no IP address")]
    [InlineData("CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS", "1.5", "is not a whole number")]
    [InlineData("CAMPAIGNS_PUBLISH_DEADLINE_SECONDS", "90", "must be at least 20 more than CAMPAIGNS_PUBLISH_CALL_TIMEOUT_SECONDS (90)")]
    [InlineData("CAMPAIGNS_METRICS_TOKEN", "short", "is not at least 16 printable ASCII characters")]
    [InlineData("CAMPAIGNS_METRICS_TOKEN", "blanks are no part of it", "is not at least 16 printable ASCII characters")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "is not an http(s) address")]
    [InlineData("OTEL_SDK_DISABLED", "perhaps", "is neither true nor false")]
    public void names_the_variable_that_is_wrong(string variable, string? value, string wrong)
    {
        var refused = Assert.Throws<ConfigurationException>(() => SettingsReader.Read(GoodEnvironment.With((variable, value))));

        var problem = Assert.Single(refused.Problems);
        Assert.StartsWith(variable, problem, StringComparison.Ordinal);
        Assert.Contains(wrong, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void says_everything_that_is_wrong_at_once_and_no_secret()
    {
        var environment = GoodEnvironment.With(
            ("DATABASE_URL_API", "postgresql://campaigns_api:hush-api@/campaigns"),
            ("CAMPAIGNS_MASTER_KEY", "hush-master"),
            ("CAMPAIGNS_SANDBOX", "maybe"),
            ("CLERK_AUTHORIZED_PARTIES", null)
        );

        var refused = Assert.Throws<ConfigurationException>(() => SettingsReader.Read(environment));

        Assert.Equal(4, refused.Problems.Count);
        Assert.DoesNotContain("hush", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void prints_no_secret() =>
        Assert.DoesNotContain("hush", SettingsReader.Read(GoodEnvironment.With()).ToString(), StringComparison.Ordinal);

    [Fact]
    public void believes_stand_ins_on_this_machine_only_in_the_sandbox()
    {
        var settings = SettingsReader.Read(
            GoodEnvironment.With(
                ("CAMPAIGNS_SANDBOX", "true"),
                ("GEMINI_BASE_URL", "http://127.0.0.1:5090/gemini/v1beta"),
                ("RUBE_MCP_URL", "http://localhost:5090/rube/mcp"),
                ("CLERK_ISSUER", "http://127.0.0.1:5090/clerk")
            )
        );

        Assert.Equal("http://127.0.0.1:5090/clerk", settings.Clerk!.Issuer);
        Assert.Equal(new("http://localhost:5090/rube/mcp"), settings.RubeMcp);
    }

    [Theory]
    [InlineData("pk_test_Y2xldmVyLWNhdC0xLmNsZXJrLmFjY291bnRzLmRldiQ")]
    [InlineData("pk_live_Y2xldmVyLWNhdC0xLmNsZXJrLmFjY291bnRzLmRldiQ=")]
    public void takes_the_issuer_from_the_publishable_key(string key)
    {
        var settings = SettingsReader.Read(GoodEnvironment.With(("CLERK_ISSUER", null), ("VITE_CLERK_PUBLISHABLE_KEY", key)));

        Assert.Equal("https://clever-cat-1.clerk.accounts.dev", settings.Clerk!.Issuer);
    }

    [Theory]
    [InlineData("sk_test_Y2xldmVyLWNhdC0xLmNsZXJrLmFjY291bnRzLmRldiQ")]
    [InlineData("pk_test_bm8tZG9sbGFy")]
    public void refuses_another_key_as_the_publishable_one(string key)
    {
        var environment = GoodEnvironment.With(("CLERK_ISSUER", null), ("VITE_CLERK_PUBLISHABLE_KEY", key));

        var refused = Assert.Throws<ConfigurationException>(() => SettingsReader.Read(environment));

        Assert.StartsWith("VITE_CLERK_PUBLISHABLE_KEY", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void asks_a_process_only_for_what_its_role_needs()
    {
        var silo = SettingsReader.Read(
            GoodEnvironment.With(("CAMPAIGNS_ROLES", "silo"), ("DATABASE_URL_API", null), ("CLERK_ISSUER", null))
        );
        var api = SettingsReader.Read(
            GoodEnvironment.With(("CAMPAIGNS_ROLES", "api"), ("DATABASE_URL_SILO", null), ("CAMPAIGNS_MASTER_KEY", null))
        );

        Assert.Null(silo.Clerk);
        Assert.Null(api.SiloDatabase);
    }

    [Fact]
    public void without_a_key_switches_its_provider_off() =>
        Assert.Null(SettingsReader.Read(GoodEnvironment.With(("GEMINI_API_KEY", null))).Gemini);

    [Fact]
    public void sends_traces_away_only_where_it_is_told_to()
    {
        static TelemetrySettings Of(params (string, string?)[] changes) => SettingsReader.Read(GoodEnvironment.With(changes)).Telemetry;

        Assert.Equal(new(Export: false, MetricsToken: null, Dashboard: false), Of());
        Assert.True(Of(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317")).Export);
        Assert.False(Of(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4317"), ("OTEL_SDK_DISABLED", "true")).Export);
        Assert.True(Of(("SUPER_ADMINS", "user_ada")).Dashboard);
        Assert.DoesNotContain("hush", Of(("CAMPAIGNS_METRICS_TOKEN", "hush-hush-hush-hush")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void is_all_in_the_example_file()
    {
        var example = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, ".env.example"));

        foreach (var known in KnownVariables.All.Where(known => known.Use != VariableUse.Unused))
            Assert.Contains(example, line => line.StartsWith($"{known.Name}=", StringComparison.Ordinal));
    }
}
