using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Http;

/// <summary>Reads the question from a request's body or, for GET, from its URL.</summary>
internal static class QuestionReader
{
    // Of a member given twice, nobody can tell which was meant.
    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false };

    /// <exception cref="RequestFailure">It cannot be read; the code says why.</exception>
    public static async Task<GraphQLQuestion> Read(HttpRequest request, GraphQLLimits limits)
    {
        if (HttpMethods.IsGet(request.Method))
            return FromUrl(request.Query);

        if (!MediaTypes.IsUtf8Json(request.ContentType) || request.Headers.ContentEncoding is not ([] or ["identity"]))
            throw RequestFailure.UnsupportedMediaType();
        return FromBody(await Body(request, limits.BodyBytes));
    }

    // The same shape as a body, so that both are judged by the same rules.
    private static GraphQLQuestion FromUrl(IQueryCollection url)
    {
        var body = new JsonObject();
        foreach (var name in (ReadOnlySpan<string>)["query", "documentId", "operationName", "variables", "extensions"])
        {
            if (url[name] is not { Count: > 0 } values)
                continue;
            if (values.Count > 1)
                throw RequestFailure.BadRequest($"The parameter '{name}' is given more than once.");
            body[name] = name is "variables" or "extensions" ? Json(name, values[0]!) : values[0];
        }
        return GraphQLQuestion.From(body.Deserialize<JsonElement>());
    }

    private static JsonNode? Json(string name, string text)
    {
        try
        {
            var node = JsonNode.Parse(text, documentOptions: Once);
            _ = node.Deserialize<JsonElement>(); // reads all of it: half a surrogate pair shows only then
            return node;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw RequestFailure.BadRequest($"The parameter '{name}' must be an object, as JSON, with each member once.");
        }
    }

    private static GraphQLQuestion FromBody(ReadOnlyMemory<byte> body)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        if (!Utf8.IsValid(body.Span))
            throw RequestFailure.BadRequest("The body is not UTF-8.");
        try
        {
            using var json = JsonDocument.Parse(body, Once);
            return GraphQLQuestion.From(json.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: half a surrogate pair in a string
        {
            throw RequestFailure.BadRequest("The body is not JSON.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
            throw TooLarge(limit);

        var buffer = new MemoryStream();
        var block = new byte[16 * 1024];
        while (await request.Body.ReadAsync(block, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (buffer.Length + read > limit)
                throw TooLarge(limit);
            buffer.Write(block, 0, read);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static RequestFailure TooLarge(int limit) =>
        RequestFailure.OverLimit(ErrorCodes.LimitBody, $"The body may have {limit} bytes.", limit);
}
