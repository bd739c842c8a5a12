using System.Diagnostics;
using System.Text.Json.Nodes;
using Npgsql;

namespace Campaigns.RunningSystem;

public sealed class A_database_that_goes_away(LiveSystem system) : IClassFixture<LiveSystem>
{
    [Fact]
    public async Task gives_a_typed_retryable_error_within_seconds_and_the_system_recovers_by_itself()
    {
        var workspace = await Workspace.Open(system);
        const string Rename =
            "mutation($input: RenameCampaignInput!) { renameCampaign(input: $input) { errors { ... on UserError { code } } } }";
        var input = new JsonObject
        {
            ["campaignId"] = workspace.Campaign,
            ["name"] = "Summer",
            ["commandId"] = system.New("rename"),
        };

        await Connections("allow_connections false");
        var watch = Stopwatch.StartNew();
        var (body, _) = await system.Ask(workspace.Token, Rename, new() { ["input"] = input.DeepClone() });
        var took = watch.Elapsed;
        await Connections("allow_connections true");

        var error = body!["errors"]![0]!["extensions"]!;
        Assert.Equal("UNAVAILABLE", (string?)error["code"]);
        Assert.True((bool?)error["retryable"]);
        Assert.True(took < TimeSpan.FromSeconds(15), $"it took {took}");
        var payload = await system.Mutate(workspace.Token, "renameCampaign", "campaign { name }", input);
        Assert.Equal("Summer", (string?)payload["campaign"]!["name"]);
        SaysWhoseCommandItWas(workspace, (string)input["commandId"]!);
    }

    private void SaysWhoseCommandItWas(Workspace workspace, string command)
    {
        var line = system.LogLines().First(line => (string?)line["command"] == command);

        Assert.Equal($"org_{workspace.Username}", (string?)line["tenant"]);
        Assert.Equal($"campaign/org_{workspace.Username}/{workspace.Campaign}", (string?)line["grain"]);
        Assert.Equal((string?)line["traceId"], (string?)line["correlationId"]);
        Assert.Matches("^[0-9a-f]{32}$", (string?)line["traceId"]);
        Assert.Matches("^[0-9a-f]{16}$", (string?)line["spanId"]);
        Assert.DoesNotContain("Summer", line.ToJsonString(), StringComparison.Ordinal); // content
    }

    private async Task Connections(string option)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(system.Database.SuperuserConnectionString) { Database = "postgres" }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"alter database {system.Database.Name} {option}; "
                + $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{system.Database.Name}'",
            connection
        );
        await command.ExecuteNonQueryAsync();
    }
}
