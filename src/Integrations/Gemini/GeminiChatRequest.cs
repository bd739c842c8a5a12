using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Campaigns.Integrations.Gemini;

/// <summary>A chat in the words of <c>generateContent</c>.</summary>
internal static class GeminiChatRequest
{
    public static JsonObject From(IReadOnlyList<ChatMessage> messages, ChatOptions? options, int maxTokens)
    {
        var request = new JsonObject
        {
            ["contents"] = new JsonArray([.. messages.Where(message => message.Role != ChatRole.System).Select(Content)]),
            ["generationConfig"] = Configuration(options, maxTokens),
        };
        string?[] rules =
        [
            options?.Instructions,
            .. messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text),
        ];
        if (string.Join("\n\n", rules.Where(rule => !string.IsNullOrEmpty(rule))) is { Length: > 0 } instructions)
            request["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(Part(instructions)) };
        return request;
    }

    private static JsonObject Content(ChatMessage message) =>
        new() { ["role"] = message.Role == ChatRole.Assistant ? "model" : "user", ["parts"] = new JsonArray(Part(message.Text)) };

    private static JsonObject Part(string text) => new() { ["text"] = text };

    private static JsonObject Configuration(ChatOptions? options, int maxTokens)
    {
        var configuration = new JsonObject { ["maxOutputTokens"] = options?.MaxOutputTokens ?? maxTokens };
        if (options?.Temperature is { } temperature)
            configuration["temperature"] = temperature;
        if (options?.ResponseFormat is not ChatResponseFormatJson json)
            return configuration;

        configuration["responseMimeType"] = "application/json";
        if (json.Schema is { } schema)
            configuration["responseJsonSchema"] = JsonNode.Parse(schema.GetRawText());
        return configuration;
    }
}
