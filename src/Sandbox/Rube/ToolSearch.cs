using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Rube;

/// <summary>The meta tools that tell what there is: search, schemas, connections.</summary>
internal sealed class ToolSearch(InstagramTools tools)
{
    public JsonObject Search(JsonObject arguments)
    {
        var results = new JsonArray();
        var schemas = new JsonObject();
        foreach (var query in arguments["queries"]!.AsArray())
        {
            var useCase = query!["use_case"]!.GetValue<string>();
            var found = Best(useCase);
            results.Add(
                new JsonObject
                {
                    ["index"] = results.Count + 1,
                    ["use_case"] = useCase,
                    ["primary_tool_slugs"] = new JsonArray([.. found.Select(tool => (JsonNode)tool.Slug)]),
                    ["toolkits"] = new JsonArray("instagram"),
                }
            );
            foreach (var tool in found)
                schemas[tool.Slug] = Described(tool);
        }
        return Done(
            new()
            {
                ["results"] = results,
                ["tool_schemas"] = schemas,
                ["toolkit_connection_statuses"] = new JsonArray(
                    new JsonObject { ["toolkit"] = "instagram", ["has_active_connection"] = true }
                ),
                ["session"] = new JsonObject
                {
                    ["id"] = arguments["session"]?["id"]?.DeepClone() ?? $"s{Seed.Of(arguments.ToJsonString()):x8}",
                },
            }
        );
    }

    public JsonObject Schemas(JsonObject arguments)
    {
        var (schemas, missing) = (new JsonObject(), new JsonArray());
        foreach (var slug in arguments["tool_slugs"]!.AsArray().Select(slug => slug!.GetValue<string>()))
            if (tools.BySlug.TryGetValue(slug, out var tool))
                schemas[slug] = Described(tool);
            else
                missing.Add(slug);
        return Done(new() { ["tool_schemas"] = schemas, ["not_found"] = missing });
    }

    public static JsonObject Connections(JsonObject arguments)
    {
        var results = new JsonObject();
        foreach (var toolkit in arguments["toolkits"]!.AsArray().Select(toolkit => toolkit!.GetValue<string>()))
            results[toolkit] =
                toolkit == "instagram"
                    ? new JsonObject { ["toolkit"] = toolkit, ["status"] = "active" }
                    : new JsonObject
                    {
                        ["toolkit"] = toolkit,
                        ["status"] = "initiated",
                        ["redirect_url"] = $"https://rube.app/connect/{toolkit}",
                    };
        return Done(new() { ["results"] = results });
    }

    /// <summary>The tools that share most words with the use case; all of them when none does.</summary>
    private InstagramTool[] Best(string useCase)
    {
        var words = useCase.ToLowerInvariant().Split([' ', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        var ranked = tools.BySlug.Values.Select(tool =>
            (tool, Shared: words.Count($"{tool.Slug} {tool.Description}".ToLowerInvariant().Contains))
        );
        var found = ranked.Where(one => one.Shared > 0).OrderByDescending(one => one.Shared).Take(5).Select(one => one.tool).ToArray();
        return found is [] ? [.. tools.BySlug.Values] : found;
    }

    private static JsonObject Described(InstagramTool tool) =>
        new()
        {
            ["toolkit"] = "instagram",
            ["tool_slug"] = tool.Slug,
            ["description"] = tool.Description,
            ["input_schema"] = tool.Schema.DeepClone(),
        };

    private static JsonObject Done(JsonObject data) =>
        new()
        {
            ["successful"] = true,
            ["error"] = null,
            ["data"] = data,
        };
}
