using System.Text.Json;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>What a request asks, taken apart but not yet understood.</summary>
/// <param name="Query">The document.</param>
/// <param name="OperationName">Which of its operations to run; null: the only one.</param>
/// <param name="Variables">A JSON object, or null.</param>
/// <param name="Extensions">A JSON object, or null.</param>
internal sealed record GraphQLQuestion(string Query, string? OperationName, JsonElement? Variables, JsonElement? Extensions)
{
    /// <exception cref="RequestFailure">BAD_REQUEST: a parameter is missing or of the wrong kind.</exception>
    public static GraphQLQuestion From(JsonElement body) =>
        body.ValueKind switch
        {
            JsonValueKind.Object => new(
                Text(body, "query") ?? throw RequestFailure.BadRequest("The parameter 'query' is missing."),
                Text(body, "operationName"),
                Map(body, "variables"),
                Map(body, "extensions")
            ),
            JsonValueKind.Array => throw RequestFailure.BadRequest("Send one operation a request; batches are not taken."),
            _ => throw RequestFailure.BadRequest("The body must be a JSON object."),
        };

    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : throw RequestFailure.BadRequest($"The parameter '{name}' must be a string.");
    }

    private static JsonElement? Map(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.Object
            ? value
            : throw RequestFailure.BadRequest($"The parameter '{name}' must be an object.");
    }
}
