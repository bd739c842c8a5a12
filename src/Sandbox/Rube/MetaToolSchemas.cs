using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Rube;

/// <summary>The four tools that Rube shows, and what each takes.</summary>
internal static class MetaToolSchemas
{
    public const string Search = "RUBE_SEARCH_TOOLS";
    public const string Schemas = "RUBE_GET_TOOL_SCHEMAS";
    public const string Connections = "RUBE_MANAGE_CONNECTIONS";
    public const string MultiExecute = "RUBE_MULTI_EXECUTE_TOOL";

    public static readonly IReadOnlyDictionary<string, (string Description, JsonObject Schema)> All = new Dictionary<
        string,
        (string, JsonObject)
    >
    {
        [Search] = (
            "Finds tools for a use case.",
            Parse(
                """
                {"type":"object","additionalProperties":false,"required":["queries"],"properties":{
                 "queries":{"type":"array","minItems":1,"items":{"type":"object","additionalProperties":false,"required":["use_case"],
                  "properties":{"use_case":{"type":"string"},"known_fields":{"type":"string"}}}},
                 "session":{"type":"object","additionalProperties":false,"properties":{"generate_id":{"type":"boolean"},"id":{"type":"string"}}}}}
                """
            )
        ),
        [Schemas] = (
            "Gives the input schemas of tools.",
            Parse(
                """
                {"type":"object","additionalProperties":false,"required":["tool_slugs"],"properties":{
                 "tool_slugs":{"type":"array","minItems":1,"items":{"type":"string"}},"session_id":{"type":"string"}}}
                """
            )
        ),
        [Connections] = (
            "Shows or starts the connections of toolkits.",
            Parse(
                """
                {"type":"object","additionalProperties":false,"required":["toolkits"],"properties":{
                 "toolkits":{"type":"array","minItems":1,"items":{"type":"string"}},"session_id":{"type":"string"}}}
                """
            )
        ),
        [MultiExecute] = (
            "Runs up to 50 tools side by side.",
            Parse(
                """
                {"type":"object","additionalProperties":false,"required":["tools","sync_response_to_workbench","memory"],"properties":{
                 "tools":{"type":"array","minItems":1,"maxItems":50,"items":{"type":"object","additionalProperties":false,
                  "required":["tool_slug","arguments"],
                  "properties":{"tool_slug":{"type":"string"},"arguments":{"type":"object"},"account":{"type":"string"}}}},
                 "sync_response_to_workbench":{"type":"boolean","enum":[false]},"memory":{"type":"object"},"session_id":{"type":"string"},
                 "thought":{"type":"string"},"current_step":{"type":"string"},
                 "current_step_metric":{"type":"object","additionalProperties":false,"properties":{
                  "completed":{"type":"integer"},"total":{"type":"integer"},"unit":{"type":"string"}}},
                 "next_step":{"type":"string"}}}
                """
            )
        ),
    };

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
