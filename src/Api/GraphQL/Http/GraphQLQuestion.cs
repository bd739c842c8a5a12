using System.Text.Json;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>What a request asks, taken apart but not yet understood.</summary>
/// <param name="Query">The document; null: it is named instead.</param>
/// <param name="DocumentId">Names a stored document, such as <c>sha256:</c> and its hash in lower-case hex.</param>
/// <param name="OperationName">Which of its operations to run; null: the only one.</param>
/// <param name="Variables">A JSON object, or null.</param>
/// <param name="Extensions">A JSON object, or null.</param>
internal sealed record GraphQLQuestion(
    string? Query,
    string? DocumentId,
    string? OperationName,
    JsonElement? Variables,
    JsonElement? Extensions
)
{
    private const string HashPrefix = "sha256:";

    /// <exception cref="RequestFailure">BAD_REQUEST: a parameter is missing or of the wrong kind. LIMIT_BATCH.</exception>
    public static GraphQLQuestion From(JsonElement body) =>
        body.ValueKind switch
        {
            JsonValueKind.Object => OfOne(body),
            JsonValueKind.Array => throw RequestFailure.Batch(),
            _ => throw RequestFailure.BadRequest("The body must be a JSON object."),
        };

    private static GraphQLQuestion OfOne(JsonElement body)
    {
        var extensions = Map(body, "extensions");
        var (query, id) = (Text(body, "query"), Text(body, "documentId") ?? HashIn(extensions));
        if (query is null && id is null)
            throw RequestFailure.BadRequest("The parameter 'query' is missing.");
        return new(query, id, Text(body, "operationName"), Map(body, "variables"), extensions);
    }

    // As Apollo's clients name it.
    private static string? HashIn(JsonElement? extensions) =>
        extensions is { } map && Map(map, "persistedQuery") is { } named && Text(named, "sha256Hash") is { } hash
            ? HashPrefix + hash
            : null;

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
