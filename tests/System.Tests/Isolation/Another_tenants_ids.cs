using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Campaigns.RunningSystem.Schema;

namespace Campaigns.RunningSystem.Isolation;

/// <summary>Every field there is, asked by a stranger with the ids of another tenant's things and again with ids of nothing.</summary>
[Collection(nameof(SharedSystem))]
public sealed partial class Another_tenants_ids(LiveSystem system)
{
    /// <summary>Fields whose answer says neither that there is no such thing nor that there is nothing: what they say instead, and why.</summary>
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["aiUsage"] = "sums over nothing",
        ["weeklySlots"] = "an account that nobody set up has none",
        ["scheduleFromCsv"] = "each row says that its campaign is not found",
        ["createBrand"] = "makes one of the stranger's own: ids are each tenant's",
        ["createCampaign"] = "as above",
        ["createWebhook"] = "as above",
    };

    [Fact]
    public async Task are_answered_as_ids_of_nothing_are_byte_for_byte()
    {
        var (owner, mine) = await OwnedThings.Of(system);
        var missing = mine.ToDictionary(pair => pair.Key, pair => Missing(pair.Value));
        var stranger = await system.Token($"org_{system.New("stranger")}");
        var schema = await PublicSchema.Of(system, stranger);
        var before = await owner.Fingerprint();

        var asked = 0;
        var wrong = new List<string>();
        foreach (var (operation, field, kind) in Questions(schema, mine))
        {
            var name = (string)field["name"]!;
            var theirs = await Ask(schema, operation, field, stranger, With(mine, kind), "foreign");
            var nothings = await Ask(schema, operation, field, stranger, With(missing, kind), "missing");
            asked++;
            if (theirs != nothings && TakesIds(schema, field))
                wrong.Add($"{name}: {theirs} is not {nothings}");
            if (theirs.Contains(owner.Tenant, StringComparison.Ordinal))
                wrong.Add($"{name} names the owner: {theirs}");
            if (TakesIds(schema, field) && !Otherwise.ContainsKey(name) && !SaysNothing(JsonNode.Parse(theirs)!, name))
                wrong.Add($"{name} answered {theirs}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(asked, 70, 1_000); // and not none, for a wrong reading of the schema
        Assert.Equal(before, await owner.Fingerprint());
    }

    // What makes things comes last: after it the stranger has things of those ids.
    private static IEnumerable<(string Operation, JsonNode Field, string Kind)> Questions(
        PublicSchema schema,
        Dictionary<string, string> ids
    ) =>
        from operation in (string[])["query", "mutation"]
        from field in schema.FieldsOf(operation).OrderBy(field => Otherwise.ContainsKey((string)field["name"]!))
        from kind in (string)field["name"]! == "node" ? ids.Keys.Where(key => key != "media").ToArray() : [ForeignIds.Node]
        select (operation, field, kind);

    [Fact]
    public async Task are_heard_nothing_of_by_who_subscribes_to_them()
    {
        var (owner, mine) = await OwnedThings.Of(system);
        var missing = mine.ToDictionary(pair => pair.Key, pair => Missing(pair.Value));
        var stranger = await system.Token($"org_{system.New("stranger")}");
        var schema = await PublicSchema.Of(system, stranger);
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var fields = schema.FieldsOf("subscription").ToList();
        Assert.NotEmpty(fields);

        var strangers = fields.SelectMany(field => (Heard[])[Listen(stranger, field, mine), Listen(stranger, field, missing)]).ToList();
        var own = fields.Select(field => Listen(owner.Token, field, mine)).ToList();
        await Task.WhenAll(strangers.Concat(own).Select(heard => heard.Begun));
        await owner.ChangeEverything();
        await Task.WhenAll(own.Select(heard => heard.Next)); // by then the others would have heard it too

        Assert.All(strangers, heard => Assert.DoesNotContain("event: next", heard.Text, StringComparison.Ordinal));
        await over.CancelAsync();

        Heard Listen(string token, JsonNode field, Dictionary<string, string> ids) =>
            new(
                system.Silos[0].Api,
                token,
                Asked.For(schema, "subscription", field, new ForeignIds(With(ids, ForeignIds.Node), "none"), depth: 1),
                over.Token
            );
    }

    private async Task<string> Ask(
        PublicSchema schema,
        string operation,
        JsonNode field,
        string token,
        IReadOnlyDictionary<string, string> ids,
        string command
    )
    {
        var asked = Asked.For(schema, operation, field, new ForeignIds(ids, command), depth: 2);
        var (body, status) = await system.Ask(token, asked.Text, asked.Variables);
        Assert.True(body is not null && status == 200, $"{asked.Text}: {status} {body}");
        var text = body.ToJsonString();
        Assert.DoesNotContain("\"code\":\"INTERNAL\"", text, StringComparison.Ordinal);
        Assert.False(text.Contains("GRAPHQL_VALIDATION_FAILED", StringComparison.Ordinal), $"{asked.Text}: {text}"); // nothing was asked
        foreach (var (kind, id) in ids)
            text = text.Replace(id, $"<{kind}>", StringComparison.Ordinal);
        return Passing().Replace(text.Replace(command, "<command>", StringComparison.Ordinal), "\"$1\":\"<passing>\"");
    }

    private static Dictionary<string, string> With(Dictionary<string, string> ids, string kind) =>
        new(ids) { [ForeignIds.Node] = ids[kind == ForeignIds.Node ? "campaign" : kind] };

    // As long, and of the same shape.
    private static string Missing(string id)
    {
        var other =
            $"019abcde-{Random.Shared.Next(0x1000, 0xffff):x4}-7000-8000-{Random.Shared.NextInt64(0x100000000000, 0xffffffffffff):x12}";
        return Guid.TryParse(id, out _) ? other : id.Replace(id.Split('/')[^1][..36], other, StringComparison.Ordinal);
    }

    private static bool TakesIds(PublicSchema schema, JsonNode field) =>
        field["args"]!
            .AsArray()
            .Any(argument =>
                schema.Named(argument!["type"]!) is var type
                && (
                    ForeignIds.IsId([(string)argument["name"]!], type)
                    || (
                        type["inputFields"]
                            ?.AsArray()
                            .Any(member => ForeignIds.IsId([(string)member!["name"]!], schema.Named(member["type"]!)))
                        ?? false
                    )
                )
            );

    /// <summary>Null, an empty list, a refusal as not found, or one that never looked at the id.</summary>
    private static bool SaysNothing(JsonNode answer, string field)
    {
        if (answer["errors"] is JsonArray errors)
            return errors.All(error => (string?)error!["extensions"]?["code"] is "NOT_FOUND" or "FORBIDDEN");
        return answer["data"]![field] switch
        {
            null => true,
            JsonArray list => list.Count == 0,
            JsonObject page when page["nodes"] is JsonArray nodes => nodes.Count == 0,
            JsonObject payload when payload["errors"] is JsonArray refusals => refusals.Count > 0
                && refusals.All(refusal => ((string?)refusal!["code"])?.EndsWith("not_found", StringComparison.Ordinal) == true),
            _ => false,
        };
    }

    // Positions of the log, times, and secrets that are made anew.
    [GeneratedRegex(
        """
            "(position|at|createdAt|updatedAt|secret|traceId|tokenId)":"[^"]*"
            """
    )]
    private static partial Regex Passing();
}
