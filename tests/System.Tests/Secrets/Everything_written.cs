using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace Campaigns.RunningSystem.Secrets;

/// <summary>A post is carried from its brief to the platform and to outside reviewers, with things going wrong on the way.</summary>
public sealed class Everything_written(MarkedSystem system) : IClassFixture<MarkedSystem>
{
    private readonly StringBuilder answers = new();

    [Fact]
    public async Task holds_no_secret()
    {
        using var receiver = new Receiver(refusals: 1);
        var mine = await Workspace.Open(system);
        var tokens = system.Secrets;
        tokens["the account's Rube token"] = $"rube_{mine.Username}";
        tokens["a session token"] = mine.Token.Split('.')[2];

        await GoWrong(mine);
        var post = await Review(mine, tokens);
        await Tell(mine, receiver, tokens);
        await Publish(mine, post);
        await LiveSystem.Until(TimeSpan.FromSeconds(60), () => Task.FromResult(receiver.Taken.Count > 0 ? receiver : null));

        var schema = (await system.Query(mine.Token, SchemaQuestion)).ToJsonString();
        var (status, metrics) = await system.Get("metrics", "Authorization", $"Bearer {LiveSystem.MetricsToken}");
        Assert.Equal(200, status);
        var written = new Dictionary<string, string>
        {
            ["the silo's log"] = system.Silos[0].Output,
            ["the sandbox's log"] = system.SandboxOutput,
            ["answers"] = answers.ToString(),
            ["the schema"] = schema,
            ["the metrics"] = metrics,
            ["health"] = (await system.Get("health/ready", "X-Nothing", "1")).Body,
            ["traces"] = string.Join('\n', system.Spans.SelectMany(span => span.Tags.Values.Append(span.Name))),
        };
        await foreach (var (table, rows) in Tables())
            written[table] = rows;

        Assert.Contains(
            written,
            place => place.Key.StartsWith("read.", StringComparison.Ordinal) && place.Value.Contains("Spring", StringComparison.Ordinal)
        );
        Assert.True(written.Count > 30, string.Join(' ', written.Keys));
        Assert.All((string[])["the silo's log", "traces", "log.events"], place => Assert.NotEmpty(written[place]));
        var found =
            from place in written
            from secret in tokens
            where place.Value.Contains(secret.Value, StringComparison.OrdinalIgnoreCase)
            select $"{place.Key} holds {secret.Key}";
        Assert.Empty(found);
    }

    private const string SchemaQuestion = "{ __schema { types { name description fields { name description } } } }";

    // What is refused is where secrets leak: in what was sent, and in what others answered.
    private async Task GoWrong(Workspace mine)
    {
        await system.Fault(
            new()
            {
                ["provider"] = "gemini",
                ["kind"] = "status",
                ["status"] = 500,
                ["times"] = 1,
            }
        );
        var refused = await system.TryMutate(
            mine.Token,
            "connectInstagramAccount",
            "accountId",
            new() { ["token"] = system.Secrets["a refused Rube token"] = "bad_marked_rube_token_77c1" }
        );
        answers.Append(refused);
        foreach (var token in (string[])[$"{mine.Token}x", "marked", $"rvw1.{new string('A', 80)}.{new string('A', 43)}"])
            answers.Append((await system.Ask(token, "{ me { user } }")).Body);
        answers.Append((await system.Ask(mine.Token, "{ nothing }")).Body);
        answers.Append((await system.Get("publications/x/evidence", "Authorization", "Basic bWFya2Vk")).Body);
    }

    private async Task<string> Review(Workspace mine, Dictionary<string, string> tokens)
    {
        var post = (await mine.ApprovedPosts(1))[0];
        var invited = await system.Mutate(
            mine.Token,
            "inviteReviewer",
            "inviteId token",
            new()
            {
                ["campaignId"] = mine.Campaign,
                ["itemIds"] = new JsonArray(post),
                ["name"] = "Carla",
                ["expiresAt"] = TimeProvider.System.GetUtcNow().AddDays(1).ToString("O"),
            }
        );
        var link = (string)invited["token"]!;
        tokens["a review link's signature"] = link.Split('.')[2];
        await system.Mutate(link, "reviewComment", "itemId", new() { ["itemId"] = post, ["text"] = "Lovely." });
        answers.Append((await system.Ask(link, "{ me { user } }")).Body);
        return post;
    }

    private async Task Tell(Workspace mine, Receiver receiver, Dictionary<string, string> tokens)
    {
        var made = await system.Mutate(mine.Token, "createWebhook", "webhookId secret", new() { ["url"] = receiver.Url });
        var id = (string)made["webhookId"]!;
        tokens["a webhook's first secret"] = ((string)made["secret"]!)["whsec_".Length..];
        var turned = await system.Mutate(mine.Token, "rotateWebhookSecret", "secret", new() { ["webhookId"] = id });
        tokens["a webhook's second secret"] = ((string)turned["secret"]!)["whsec_".Length..];
        await system.Mutate(mine.Token, "testWebhook", "deliveryId", new() { ["webhookId"] = id });
    }

    private async Task Publish(Workspace mine, string post)
    {
        var published = await system.Mutate(
            mine.Token,
            "publishPostNow",
            "publicationId",
            new()
            {
                ["campaignId"] = mine.Campaign,
                ["itemId"] = post,
                ["accountId"] = mine.Account,
            }
        );
        await mine.Live((string)published["publicationId"]!);
        var history = await system.Query(mine.Token, "{ history(first: 100) { nodes { summary data changes { field from to } } } }");
        answers.Append(history);
    }

    // Every row as the database gives it, bytes as the letters they may be.
    private async IAsyncEnumerable<(string Table, string Rows)> Tables()
    {
        await using var source = NpgsqlDataSource.Create(system.Database.SuperuserConnectionString);
        var tables = new List<string>();
        await using (
            var question = source.CreateCommand(
                "select schemaname || '.' || tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
            )
        )
        await using (var reader = await question.ExecuteReaderAsync())
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            var text = new StringBuilder();
            await using var question = source.CreateCommand($"select * from {table}");
            await using var reader = await question.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                for (var column = 0; column < reader.FieldCount; column++)
                    text.Append(Letters(reader.GetValue(column))).Append('\n');
            yield return (table, text.ToString());
        }
    }

    private static string? Letters(object value) =>
        value switch
        {
            byte[] bytes => Encoding.Latin1.GetString(bytes),
            Array many => string.Join(',', many.Cast<object>().Select(Letters)),
            _ => value.ToString(),
        };
}
