using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.OpenRouter;

/// <summary>A request for a chat completion, read as strictly as the vendor reads it.</summary>
internal sealed record ChatRequest(string Model, string Instruction, string Prompt, JsonObject? Schema, int? MostTokens, bool Streamed)
{
    private const int MostModels = 3;

    public static async Task<ChatRequest> Read(HttpContext http)
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
            return Read(body ?? throw OpenRouterException.Invalid("expected a JSON object"));
        }
        catch (JsonException)
        {
            throw OpenRouterException.Invalid("invalid JSON");
        }
    }

    private static ChatRequest Read(JsonObject body)
    {
        var models = (body["models"] as JsonArray ?? []).Select(model => model?.ToString() ?? "").ToArray();
        if (models.Length > MostModels)
            throw OpenRouterException.Invalid("'models' array must have 3 items or fewer.");
        var asked = new[] { body["model"]?.ToString() }.Concat(models).OfType<string>().ToArray();
        if (asked.Length == 0)
            throw OpenRouterException.Invalid("No models provided");
        var model =
            asked.FirstOrDefault(OpenRouterModels.Knows)
            ?? throw new OpenRouterException(404, $"No endpoints found for {asked[0]}.", new() { ["error_type"] = "not_found" });
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
            throw OpenRouterException.Invalid("'messages' is required");
        return new(
            model,
            Texts(messages, role => role is "system" or "developer"),
            Texts(messages, role => role is "user"),
            SchemaOf(model, body["response_format"] as JsonObject),
            Limit(body["max_completion_tokens"]) ?? Limit(body["max_tokens"]),
            body["stream"]?.GetValueKind() is JsonValueKind.True
        );
    }

    private static JsonObject? SchemaOf(string model, JsonObject? format)
    {
        if (format?["type"]?.ToString() is not "json_schema")
            return null;
        var wanted = format["json_schema"] as JsonObject;
        if (wanted?["name"] is null || wanted["schema"] is not JsonObject schema)
            throw OpenRouterException.Invalid("response_format.json_schema needs a name and a schema");
        if (wanted["strict"]?.GetValueKind() is JsonValueKind.True && OpenRouterModels.IsStrict(model))
            CheckStrict(schema, "");
        return schema;
    }

    /// <summary>Strict means: no object is open, and every property is required.</summary>
    private static void CheckStrict(JsonNode? node, string at)
    {
        if (node is JsonArray list)
            foreach (var one in list)
                CheckStrict(one, at);
        if (node is not JsonObject schema)
            return;
        if (schema["properties"] is JsonObject properties)
        {
            var required = (schema["required"] as JsonArray ?? []).Select(name => name?.ToString()).ToHashSet();
            if (schema["additionalProperties"]?.GetValueKind() is not JsonValueKind.False)
                throw OpenRouterException.Invalid($"Invalid schema: 'additionalProperties' is required to be false at '{at}'");
            if (properties.FirstOrDefault(property => !required.Contains(property.Key)).Key is { } free)
                throw OpenRouterException.Invalid($"Invalid schema: 'required' must hold every property; missing '{free}' at '{at}'");
            foreach (var (name, property) in properties)
                CheckStrict(property, $"{at}/{name}");
        }
        foreach (var (name, value) in schema.Where(member => member.Key is not ("properties" or "enum" or "required")))
            CheckStrict(value, $"{at}/{name}");
    }

    private static string Texts(JsonArray messages, Func<string, bool> whose) =>
        string.Join('\n', messages.OfType<JsonObject>().Where(message => whose(message["role"]?.ToString() ?? "")).Select(Text));

    private static string Text(JsonObject message) =>
        message["content"] is JsonArray parts
            ? string.Join('\n', parts.Select(part => part?["text"]?.ToString()).OfType<string>())
            : message["content"]?.ToString() ?? "";

    private static int? Limit(JsonNode? number) => number is JsonValue value && value.TryGetValue<int>(out var limit) ? limit : null;
}
