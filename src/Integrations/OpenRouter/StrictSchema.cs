using System.Text.Json.Nodes;

namespace Campaigns.Integrations.OpenRouter;

/// <summary>
/// A schema as strict output wants it: objects are closed, and every property is required; what may be left out may be null instead. Words that
/// strict output does not know are left out: the answer is checked against the domain in any case.
/// </summary>
internal static class StrictSchema
{
    private static readonly HashSet<string> Unknown =
    [
        "propertyOrdering",
        "minLength",
        "maxLength",
        "default",
        "example",
        "examples",
        "$schema",
    ];

    public static JsonObject Of(JsonObject schema)
    {
        var strict = new JsonObject();
        foreach (var (name, value) in schema)
            if (!Unknown.Contains(name) && name is not ("required" or "additionalProperties"))
                strict[name] = name is "properties" or "$defs"
                    ? Each((JsonObject)value!, Required(schema), name is "properties")
                    : Within(value);
        if (schema["properties"] is JsonObject properties)
        {
            strict["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]);
            strict["additionalProperties"] = false;
        }
        return strict;
    }

    private static JsonObject Each(JsonObject schemas, HashSet<string> required, bool areProperties) =>
        new(
            schemas.Select(one =>
            {
                var strict = Of((JsonObject)one.Value!);
                return KeyValuePair.Create<string, JsonNode?>(
                    one.Key,
                    !areProperties || required.Contains(one.Key) ? strict : OrNull(strict)
                );
            })
        );

    private static JsonNode? Within(JsonNode? value) =>
        value switch
        {
            JsonObject schema => Of(schema),
            JsonArray list => new JsonArray([.. list.Select(Within)]),
            _ => value?.DeepClone(),
        };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue type && schema["enum"] is null)
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        else if (schema["type"] is not JsonArray)
            return new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        return schema;
    }

    private static HashSet<string> Required(JsonObject schema) =>
        [.. (schema["required"] as JsonArray ?? []).Select(name => name?.ToString() ?? "")];
}
