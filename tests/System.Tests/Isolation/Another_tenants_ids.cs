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
        ["aiUsage"] = "", // sums over nothing
        ["createBrand"] = "", // makes one of the stranger's own: ids are each tenant's
        ["createCampaign"] = "",
        ["createWebhook"] = "",
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
        foreach (var operation in (string[])["query", "mutation"])
        foreach (var field in schema.FieldsOf(operation).OrderBy(field => Otherwise.ContainsKey((string)field["name"]!)))
        foreach (var kind in (string)field["name"]! == "node" ? mine.Keys : Enumerable.Repeat(ForeignIds.Node, 1))
        {
            var name = (string)field["name"]!;
            var theirs = await Ask(schema, operation, field, stranger, With(mine, kind), "foreign");
            var nothings = await Ask(schema, operation, field, stranger, With(missing, kind), "missing");

            Assert.Equal(nothings, theirs);
            Assert.DoesNotContain(owner.Tenant, theirs, StringComparison.Ordinal);
            if (TakesIds(schema, field) && !Otherwise.ContainsKey(name))
                Assert.True(SaysNothing(JsonNode.Parse(theirs)!, name), $"{name} answered {theirs}");
            asked++;
        }

        Assert.InRange(asked, 70, 1_000); // and not none, for a wrong reading of the schema
        Assert.Equal(before, await owner.Fingerprint());
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
        Assert.DoesNotContain("\"INTERNAL\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GRAPHQL_VALIDATION_FAILED", text, StringComparison.Ordinal); // then nothing was asked
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
            "(position|at|createdAt|secret|traceId)":"[^"]*"
            """
    )]
    private static partial Regex Passing();
}
