using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Rube;

/// <summary>One Instagram tool: its slug, its schema and what it does.</summary>
internal sealed record InstagramTool(string Slug, string Description, JsonObject Schema, Func<ToolRun, Task<JsonObject>> Run)
{
    /// <summary>Builds a schema from "name:type" (a final "!" means required; "list" is an array of strings).</summary>
    public static JsonObject SchemaOf(params string[] arguments)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var argument in arguments)
        {
            var (name, type) = argument.TrimEnd('!').Split(':') is [var n, var t] ? (n, t) : (argument.TrimEnd('!'), "string");
            properties[name] =
                type == "list"
                    ? new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = new JsonObject { ["type"] = "string" },
                    }
                    : new JsonObject { ["type"] = type };
            if (argument.EndsWith('!'))
                required.Add(name);
        }
        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
    }
}
