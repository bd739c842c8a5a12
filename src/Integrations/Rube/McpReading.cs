using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Rube;

/// <summary>Reads the answer to one message, which a server may send as JSON or as an event stream.</summary>
internal static class McpReading
{
    public const long MaxBytes = 8 * 1024 * 1024;

    public static async Task<McpAnswer> Read(HttpResponseMessage response, long id, CancellationToken ct)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
            return new McpAnswer.Page(); // to where one signs in
        if (!response.IsSuccessStatusCode)
            return new McpAnswer.Refused(response.StatusCode, response.Headers.RetryAfter?.Delta);

        return response.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" => new McpAnswer.Page(),
            "text/event-stream" => await FromEvents(await response.Content.ReadAsStreamAsync(ct), id, ct),
            _ => await FromDocument(response.Content, id, ct),
        };
    }

    private static async Task<McpAnswer> FromEvents(Stream stream, long id, CancellationToken ct)
    {
        await foreach (var sent in SseParser.Create(stream).EnumerateAsync(ct))
            if (LenientJson.Parse(Encoding.UTF8.GetBytes(sent.Data)) is { } message && Answer(message, id) is { } answer)
                return answer;
        return new McpAnswer.Lost("no_answer");
    }

    private static async Task<McpAnswer> FromDocument(HttpContent content, long id, CancellationToken ct)
    {
        await content.LoadIntoBufferAsync(MaxBytes, ct);
        var body = await content.ReadAsByteArrayAsync(ct);
        if (LenientJson.Parse(body) is { } message)
            return Answer(message, id) ?? new McpAnswer.Lost("no_answer");
        return Encoding.UTF8.GetString(body).TrimStart().StartsWith('<') ? new McpAnswer.Page() : new McpAnswer.Lost("not_json");
    }

    /// <summary>Null when the message is about something else, as progress is. An error may come without an id.</summary>
    private static McpAnswer? Answer(JsonElement message, long id) =>
        message.Member("error") is { ValueKind: JsonValueKind.Object } error ? new McpAnswer.Fault(error.Number("code") ?? 0)
        : message.Number("id") == id && message.Member("result") is { ValueKind: JsonValueKind.Object } result
            ? new McpAnswer.Result(result)
        : null;
}
