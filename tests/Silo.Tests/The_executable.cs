using System.Net;
using System.Text.Json;
using Campaigns.Domain;
using Campaigns.Domain.Tenants;
using Campaigns.EventStore;
using Campaigns.EventStore.Postgres;
using Campaigns.Harness;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaigns.Silo.Tests;

public sealed class The_executable(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task explains_itself_when_called_wrongly()
    {
        var (code, output, errors) = await Executable.Run(new Dictionary<string, string?>(), "publish");

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("Usage: campaigns-silo", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_to_start_over_a_wrong_environment_and_says_all_of_it_without_a_trace()
    {
        var (code, _, errors) = await Executable.Run(new Dictionary<string, string?> { ["CAMPAIGNS_ROLES"] = "both" });

        Assert.Equal(78, code);
        foreach (
            var variable in (string[])["CAMPAIGNS_ROLES", "DATABASE_URL_SILO", "DATABASE_URL_API", "CAMPAIGNS_MASTER_KEY", "CLERK_ISSUER"]
        )
            Assert.Contains($"  {variable} ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_to_serve_as_the_owner_of_the_tables()
    {
        var environment = Executable.EnvironmentOf(database);
        environment["DATABASE_URL_API"] = database.OwnerConnectionString;

        var (code, _, errors) = await Executable.Run(environment);

        Assert.Equal(78, code);
        Assert.Contains("DATABASE_URL_API: the role campaigns_owner owns ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_database_of_the_other_world_before_it_changes_anything_in_it()
    {
        await using var real = await MigratedDatabase.Create();
        await Execute(real.OwnerConnectionString, "insert into orleans.world (world) values ('real')");
        var environment = Executable.EnvironmentOf(real); // the sandbox's
        environment["DATABASE_URL_API"] = real.ApiConnectionString + ";Password=of the sandbox's own";

        var (code, _, errors) = await Executable.Run(environment, "migrate", "--create-roles");
        Assert.Equal(78, code);
        Assert.Contains("DATABASE_URL: this database belongs to the real world", errors, StringComparison.Ordinal);

        environment["DATABASE_URL_API"] = real.ApiConnectionString; // which still lets it in
        (code, _, errors) = await Executable.Run(environment);
        Assert.Equal(78, code);
        Assert.Contains("DATABASE_URL_SILO: this database belongs to the real world", errors, StringComparison.Ordinal);
        Assert.Contains("DATABASE_URL_API: this database belongs to the real world", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task warns_of_ports_that_are_open_to_the_network()
    {
        var environment = Executable.EnvironmentOf(database);
        environment["CAMPAIGNS_SILO_ADDRESS"] = "192.0.2.7";
        environment["DATABASE_URL_API"] = database.SiloConnectionString; // so that it does not go on

        var (code, output, errors) = await Executable.Run(environment);

        Assert.Equal(78, code);
        Assert.Contains("CAMPAIGNS_SILO_ADDRESS is 192.0.2.7", output, StringComparison.Ordinal);
        Assert.Contains("without encryption and without a login", output, StringComparison.Ordinal);
        Assert.Contains("DATABASE_URL_API: the role campaigns_silo serves every tenant", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_which_database_does_not_answer()
    {
        var environment = Executable.EnvironmentOf(database);
        environment["DATABASE_URL_SILO"] = $"postgresql://campaigns_silo:hush@127.0.0.1:{FreePort.Next()}/campaigns";

        var (code, output, _) = await Executable.Run(environment, "doctor");

        Assert.Equal(1, code);
        Assert.Contains("DATABASE_URL_SILO: campaigns_silo@127.0.0.1/campaigns does not answer", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_to_serve_from_a_database_that_is_behind_until_it_is_migrated()
    {
        await using var behind = await MigratedDatabase.Create();
        await Execute(behind.OwnerConnectionString, "delete from migrations.applied where scriptname like '%0006_gateways.sql'");
        var environment = Executable.EnvironmentOf(behind);

        var refused = await Executable.Run(environment);
        Assert.Equal(78, refused.Code);
        Assert.Contains("0006_gateways.sql", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("migrate", refused.Errors, StringComparison.Ordinal);

        Assert.Equal((0, "applied 0006_gateways.sql"), await Migrate(environment));
        Assert.Equal((0, "up to date"), await Migrate(environment));
    }

    [Fact]
    public async Task diagnoses_what_is_set_missing_and_wrong()
    {
        var environment = Executable.EnvironmentOf(database);
        environment["REDIS_URL"] = "redis://somewhere";
        environment["CAMPAIGNS_SILO_PORT"] = "0";

        var (code, output, _) = await Executable.Run(environment, "doctor", "--json");

        Assert.Equal(1, code);
        var states = JsonDocument
            .Parse(output)
            .RootElement.GetProperty("checks")
            .EnumerateArray()
            .ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("state").GetString());
        Assert.Equal("ok", states["DATABASE_URL_SILO"]);
        Assert.Equal("note", states["GEMINI_API_KEY"]);
        Assert.Equal("note", states["REDIS_URL"]);
        Assert.Equal("bad", states["CAMPAIGNS_SILO_PORT"]);
        Assert.Equal("ok", states["database of DATABASE_URL_API"]);
        Assert.DoesNotContain("somewhere", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task prints_a_streams_events_as_text_and_as_JSON()
    {
        await using var source = NpgsqlDataSource.Create(database.SiloConnectionString);
        await using var services = new ServiceCollection().AddPostgresEventStore(_ => source).BuildServiceProvider();
        var by = new EventMetadata(ActorId.Parse("user_ada"), new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero), CommandId.Parse("c-1"));
        var held = new NewEvent(Guid.CreateVersion7(by.RecordedAt), new TenantEvent.Held("Ärger im Büro"), by);
        await services.GetRequiredService<IEventStore>().Append(StreamName.Parse("tenant-org_told"), 0, [held]);
        var environment = Executable.EnvironmentOf(database);

        var text = await Executable.Run(environment, "events", "tenant-org_told");
        Assert.Equal("""   1  2026-03-02 12:00:00.000Z  user_ada  tenant.held.v1  {"reason":"Ärger im Büro"}""", text.Output.TrimEnd());

        var json = JsonDocument.Parse((await Executable.Run(environment, "events", "tenant-org_told", "--json")).Output).RootElement;
        Assert.Equal("Ärger im Büro", json.GetProperty("event").GetProperty("reason").GetString());
        Assert.Equal("c-1", json.GetProperty("metadata").GetProperty("command").GetString());
        Assert.Equal(held.Id, json.GetProperty("id").GetGuid());
        Assert.Equal(1, json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task finds_no_stream_and_says_so()
    {
        var environment = Executable.EnvironmentOf(database);

        Assert.Equal(2, (await Executable.Run(environment, "events", "nonsense")).Code);
        var (code, output, errors) = await Executable.Run(environment, "events", "tenant-org_nobody");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("tenant-org_nobody has no events", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task serves_and_is_back_at_once_after_it_was_killed()
    {
        var environment = Executable.EnvironmentOf(database);
        var address = $"http://127.0.0.1:{FreePort.Next()}";

        await using (var first = Executable.Start(["--urls", address], environment))
        {
            var health = JsonDocument.Parse(await first.Answer($"{address}/health/ready", HttpStatusCode.OK)).RootElement;
            Assert.Equal("ok", health.GetProperty("status").GetString());
            foreach (var check in (string[])["database", "log", "projections", "sweep", "orleans"])
                Assert.Equal("ok", health.GetProperty("checks").GetProperty(check).GetProperty("status").GetString());
            await first.Answer($"{address}/health/live", HttpStatusCode.OK);
            await first.Answer($"{address}/graphql?query=%7B__typename%7D", HttpStatusCode.Unauthorized);
            first.Kill();
        }

        await using var second = Executable.Start(["--urls", address], environment);
        await second.Answer($"{address}/health/ready", HttpStatusCode.OK);

        await using (var owner = NpgsqlDataSource.Create(database.OwnerConnectionString))
        await using (var world = owner.CreateCommand("select world from orleans.world"))
            Assert.Equal("sandbox", await world.ExecuteScalarAsync());

        var third = await Executable.Run(environment, "--urls", address); // would have Orleans declare the second one dead
        Assert.Equal(78, third.Code);
        Assert.Contains($"CAMPAIGNS_SILO_PORT: port {environment["CAMPAIGNS_SILO_PORT"]} is taken", third.Errors, StringComparison.Ordinal);
        Assert.Equal(0, await second.Stop());
    }

    [Fact]
    public async Task is_not_ready_while_the_database_is_away_and_ready_again_by_itself()
    {
        await using var own = await MigratedDatabase.Create();
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        await using var system = Executable.Start(["--urls", address], Executable.EnvironmentOf(own));
        await system.Answer($"{address}/health/ready", HttpStatusCode.OK);

        await Away(own, true);
        var said = await system.Answer($"{address}/health/ready", HttpStatusCode.ServiceUnavailable);
        Assert.Equal(
            "failing",
            JsonDocument.Parse(said).RootElement.GetProperty("checks").GetProperty("log").GetProperty("status").GetString()
        );
        await system.Answer($"{address}/health/live", HttpStatusCode.OK);

        await Away(own, false);
        await system.Answer($"{address}/health/ready", HttpStatusCode.OK);
    }

    [Fact]
    public async Task serves_the_API_alone_over_a_silo_elsewhere()
    {
        var environment = Executable.EnvironmentOf(database);
        environment["CAMPAIGNS_ROLES"] = "silo";
        environment["CAMPAIGNS_CLUSTER_ID"] += "-two";
        var (silo, api) = ($"http://127.0.0.1:{FreePort.Next()}", $"http://127.0.0.1:{FreePort.Next()}");
        await using var first = Executable.Start(["--urls", silo], environment);
        await first.Answer($"{silo}/health/ready", HttpStatusCode.OK);
        await first.Answer($"{silo}/graphql", HttpStatusCode.NotFound);

        var clientOnly = new Dictionary<string, string?>(environment) { ["CAMPAIGNS_ROLES"] = "api", ["DATABASE_URL_SILO"] = null };
        await using var second = Executable.Start(["--urls", api], clientOnly);
        await second.Answer($"{api}/health/ready", HttpStatusCode.OK);
        await second.Answer($"{api}/graphql?query=%7B__typename%7D", HttpStatusCode.Unauthorized);
        Assert.Equal("http://localhost:5173", await AllowedOrigin(api, from: "http://localhost:5173"));
        Assert.Null(await AllowedOrigin(api, from: "http://elsewhere.example"));
    }

    /// <summary>What a browser is told when it asks before a page of that origin may call.</summary>
    private static async Task<string?> AllowedOrigin(string api, string from)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, $"{api}/graphql");
        request.Headers.Add("Origin", from);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        using var answer = await http.SendAsync(request);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    private static async Task<(int, string)> Migrate(Dictionary<string, string?> environment)
    {
        var (code, output, _) = await Executable.Run(environment, "migrate");
        return (code, output.Trim());
    }

    /// <summary>Nobody gets in, and who is in gets out.</summary>
    private static async Task Away(MigratedDatabase of, bool away)
    {
        await using var elsewhere = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(of.SuperuserConnectionString) { Database = "postgres" }.ConnectionString
        );
        await elsewhere.OpenAsync();
        await using var change = new NpgsqlCommand(
            $"alter database {of.Name} allow_connections {!away}; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{of.Name}'",
            elsewhere
        );
        await change.ExecuteNonQueryAsync();
    }

    private static async Task Execute(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
