using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Npgsql;

namespace Campaigns.RunningSystem;

/// <summary>Everything of a tenant is erased at once, without days of grace, by a silo that dies in the midst of it.</summary>
public sealed class An_erasure(An_erasure.WithoutGrace system) : IClassFixture<An_erasure.WithoutGrace>
{
    private const string Marker = "Quixotic";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task leaves_nothing_of_a_tenant_that_can_be_read_and_all_of_another()
    {
        var (gone, stays) = (await Workspace.Open(system), await Workspace.Open(system));
        var post = (await gone.ApprovedPosts(1))[0];
        await stays.ApprovedPosts(1);
        await system.Mutate(
            gone.Token,
            "editPost",
            "itemId",
            new()
            {
                ["campaignId"] = gone.Campaign,
                ["itemId"] = post,
                ["caption"] = $"{Marker} bread.",
            }
        );
        await LiveSystem.Until(Patience, async () => await TablesWith(Marker) is { Count: > 0 } tables ? tables : null);
        var (before, files) = (await Told(stays), FilesOf(stays));
        Assert.NotEmpty(FilesOf(gone));

        await system.Mutate(gone.Token, "eraseTenant", "tenant { eraseAt }", new() { ["confirmation"] = gone.Tenant });
        Assert.Equal("TENANT_ERASING", await Refused(gone));
        Assert.Equal((HttpStatusCode.Conflict, "TENANT_ERASING"), await Upload(gone));
        await LiveSystem.Until(
            Patience,
            async () => await Count("select count(*) from log.events where stream = $1", Stream(gone)) > 0 ? "begun" : null
        );
        system.KillSilo();
        await system.StartSilo();
        await LiveSystem.Until(
            Patience,
            async () =>
                await Count("select count(*) from log.events where stream = $1 and name = 'erasure.certified.v1'", Stream(gone)) > 0
                    ? "done"
                    : null
        );

        Assert.Empty(await TablesWith(Marker));
        Assert.Empty(await TablesNaming(gone.Tenant));
        Assert.Empty(FilesOf(gone));
        Assert.Equal("TENANT_ERASING", await Refused(gone));
        Assert.Equal((before, files), (await Told(stays), FilesOf(stays)));
    }

    private static string Stream(Workspace of) => $"erasure-{of.Tenant}";

    private async Task<string?> Refused(Workspace workspace)
    {
        var rename = new JsonObject
        {
            ["campaignId"] = workspace.Campaign,
            ["name"] = "Another",
            ["commandId"] = system.New("command"),
        };
        var (body, _) = await system.Ask(
            workspace.Token,
            LiveSystem.Document("renameCampaign", "campaignId"),
            new() { ["input"] = rename }
        );
        return (string?)body!["errors"]?[0]?["extensions"]?["code"];
    }

    private async Task<(HttpStatusCode, string?)> Upload(Workspace workspace)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(system.Silos[0].Api, "media"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", workspace.Token);
        request.Content = new ByteArrayContent([1]);
        using var reply = await http.SendAsync(request);
        var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync());
        return (reply.StatusCode, (string?)body!["errors"]![0]!["extensions"]!["code"]);
    }

    private async Task<string> Told(Workspace workspace) =>
        (
            await system.Query(
                workspace.Token,
                "query($id: ID!) { campaign(id: $id) { name brief posts { caption hashtags mediaList { url sha256 } } } mediaAssets(first: 10) { nodes { key } } }",
                new() { ["id"] = workspace.Campaign }
            )
        ).ToJsonString();

    private string FilesOf(Workspace workspace) =>
        Directory.Exists(Path.Combine(system.MediaFolder, workspace.Tenant))
            ? string.Join('\n', Directory.GetFiles(Path.Combine(system.MediaFolder, workspace.Tenant)).Order(StringComparer.Ordinal))
            : "";

    /// <summary>Tables in which a text stands anywhere: what a dump would show.</summary>
    private async Task<List<string>> TablesWith(string text)
    {
        var found = new List<string>();
        foreach (var table in await Tables("true"))
            if (await Count($"select count(*) from {table} t where t::text like '%' || $1 || '%'", text) > 0)
                found.Add(table);
        return found;
    }

    /// <summary>Tables beside the log that still have rows of a tenant. Destroyed keys and operators' looks stay, and name nothing else.</summary>
    private async Task<List<string>> TablesNaming(string tenant)
    {
        var found = new List<string>();
        foreach (
            var table in await Tables(
                "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant') and n.nspname not in ('log', 'audit') and c.relname <> 'data_keys'"
            )
        )
            if (await Count($"select count(*) from {table} where tenant = $1", tenant) > 0)
                found.Add(table);
        return found;
    }

    private async Task<List<string>> Tables(string such)
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(
            $"""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and {such}
            """
        );
        await using var row = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await row.ReadAsync())
            tables.Add(row.GetString(0));
        return tables;
    }

    private async Task<long> Count(string question, string about)
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        await using var command = source.CreateCommand(question);
        command.Parameters.Add(new() { Value = about });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A system whose tenants are erased as soon as they ask for it.</summary>
    public sealed class WithoutGrace : LiveSystem
    {
        protected override Task Adjust(Dictionary<string, string> environment)
        {
            environment["CAMPAIGNS_ERASURE_GRACE_DAYS"] = "0";
            return Task.CompletedTask;
        }
    }
}
