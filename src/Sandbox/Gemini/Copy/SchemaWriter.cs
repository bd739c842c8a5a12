using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Writes a JSON value that satisfies a schema of either dialect, filled with copy for the brief.</summary>
/// <param name="root">The schema.</param>
/// <param name="brief">What it is about.</param>
/// <param name="missing">By how many every list is too short.</param>
internal sealed class SchemaWriter(JsonObject root, Brief brief, int missing = 0)
{
    private const int Deepest = 12; // a schema may refer to itself

    private readonly PropertyText texts = new(brief, new Copywriter(brief));
    private readonly Dictionary<string, int> written = [];
    private string list = "";
    private string said = "";

    public JsonNode? Write() => Value("", root, 0);

    private JsonNode? Value(string property, JsonObject schema, int depth)
    {
        schema = Resolve(schema);
        if (schema["const"] is { } constant)
            return constant.DeepClone();
        if (schema["enum"] is JsonArray { Count: > 0 } choices)
            return Choose(property, choices);
        return TypeOf(schema) switch
        {
            "object" => depth > Deepest ? new JsonObject() : Object(schema, depth),
            "array" => depth > Deepest ? new JsonArray() : Array(property, schema, depth),
            "integer" => (long)Number(property, schema),
            "number" => Number(property, schema),
            "boolean" => true,
            "null" => null,
            _ => said = texts.For(property, schema),
        };
    }

    /// <summary>Follows references, and takes the first branch that is not null.</summary>
    private JsonObject Resolve(JsonObject schema)
    {
        for (var steps = 0; steps < Deepest; steps++)
        {
            if (schema["$ref"]?.ToString() is { } reference)
                schema = Find(reference);
            else if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray branches)
                schema = branches.OfType<JsonObject>().FirstOrDefault(branch => TypeOf(branch) != "null") ?? [];
            else
                break;
        }
        return schema;
    }

    private JsonObject Find(string reference)
    {
        JsonNode? at = root;
        foreach (var step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            at = at?[step];
        return at as JsonObject ?? throw GeminiException.Invalid("generation_config.response_json_schema", $"{reference} leads nowhere");
    }

    private static string TypeOf(JsonObject schema)
    {
        var type = schema["type"] is JsonArray types
            ? types.Select(one => one?.ToString()).FirstOrDefault(one => one != "null")
            : schema["type"]?.ToString();
        return type?.ToLowerInvariant()
            ?? (
                schema["properties"] is not null ? "object"
                : schema["items"] is not null ? "array"
                : "string"
            );
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        var ordered = (schema["propertyOrdering"] as JsonArray ?? []).Select(name => name!.ToString()).Where(properties.ContainsKey);
        var result = new JsonObject();
        foreach (var name in ordered.Union(properties.Select(property => property.Key)))
        {
            texts.Room = result["platform"] is { } platform ? Room.Of(brief.Prompt, list, platform.ToString()) : Room.Free;
            result[name] = Value(name, properties[name]!.AsObject(), depth + 1);
        }
        return result;
    }

    private JsonArray Array(string property, JsonObject schema, int depth)
    {
        var items = schema["items"] as JsonObject ?? [];
        var usual = TypeOf(Resolve(items)) == "object" ? brief.Count ?? 3 : PropertyText.Usual(property);
        texts.BeginList(property);
        if (depth <= 1)
            list = property; // what prompts name their orders by
        var least = PropertyText.Limit(schema, "minItems") ?? 0;
        var most = PropertyText.Limit(schema, "maxItems") ?? int.MaxValue;
        var count = Math.Max(0, Math.Max(least, Math.Min(usual, most)) - (depth <= 1 ? missing : 0));
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Value(property, items, depth + 1))]);
    }

    /// <summary>What the prompt mentions comes first; several values take turns, each as often as it was ordered.</summary>
    private JsonNode? Choose(string property, JsonArray choices)
    {
        var values = choices.Where(one => one is not null).ToArray();
        var mentioned = values.Where(one => IsMentioned(one!.ToString())).ToArray();
        var ordered = mentioned.SelectMany(one => Enumerable.Repeat(one, brief.Ordered(one!.ToString(), list) ?? 1)).ToArray();
        var candidates = ordered is [] ? values : ordered;
        return candidates[Next($"{list}.{property}") % candidates.Length]!.DeepClone();
    }

    private bool IsMentioned(string value) =>
        value == brief.Language || (value.Length > 2 && brief.Prompt.Contains(value.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));

    /// <summary>As long as it takes to say what was written last: two or three words a second.</summary>
    private double Seconds() => Math.Clamp(Math.Ceiling(said.Split(' ').Length / 2.5), 2, 8);

    private double Number(string property, JsonObject schema)
    {
        if (property == "seconds" && schema["minimum"] is null && schema["maximum"] is null)
            return Seconds();
        var least = double.TryParse(schema["minimum"]?.ToString(), out var min) ? min : 1;
        var most = double.TryParse(schema["maximum"]?.ToString(), out var max) ? max : least + 100;
        return Math.Min(Math.Ceiling(least) + Next(property) % (int)Math.Clamp(most - least + 1, 1, 1000), most);
    }

    private int Next(string property) => written[property] = written.GetValueOrDefault(property, -1) + 1;
}
