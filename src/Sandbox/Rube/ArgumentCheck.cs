using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Rube;

/// <summary>Holds arguments against a tool's JSON schema as strictly as the vendor does: nothing missing, nothing extra.</summary>
internal static class ArgumentCheck
{
    public static IEnumerable<string> Complaints(JsonNode? value, JsonObject schema, string at = "arguments")
    {
        var type = schema["type"]?.GetValue<string>();
        if (type is not null && !IsOfType(value, type))
            return [$"{at}: expected {type}"];
        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
            return [$"{at}: expected one of {allowed.ToJsonString()}"];
        return value switch
        {
            JsonObject o => InObject(o, schema, at),
            JsonArray a => InArray(a, schema, at),
            _ => [],
        };
    }

    private static bool IsOfType(JsonNode? value, string type) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.Object => type == "object",
            JsonValueKind.Array => type == "array",
            JsonValueKind.String => type == "string",
            JsonValueKind.Number => type is "integer" or "number",
            JsonValueKind.True or JsonValueKind.False => type == "boolean",
            _ => false,
        };

    private static IEnumerable<string> InObject(JsonObject value, JsonObject schema, string at)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()))
            if (!value.ContainsKey(name))
                yield return $"{at}.{name}: required";
        foreach (var (name, field) in value)
        {
            if (properties[name] is JsonObject known)
            {
                foreach (var complaint in Complaints(field, known, $"{at}.{name}"))
                    yield return complaint;
            }
            else if (schema["additionalProperties"] is JsonValue open && !open.GetValue<bool>())
                yield return $"{at}.{name}: not known";
        }
    }

    private static IEnumerable<string> InArray(JsonArray value, JsonObject schema, string at)
    {
        if (schema["minItems"] is JsonValue least && value.Count < least.GetValue<int>())
            yield return $"{at}: at least {least}";
        if (schema["maxItems"] is JsonValue most && value.Count > most.GetValue<int>())
            yield return $"{at}: at most {most}";
        if (schema["items"] is not JsonObject items)
            yield break;
        for (var i = 0; i < value.Count; i++)
            foreach (var complaint in Complaints(value[i], items, $"{at}[{i}]"))
                yield return complaint;
    }
}
