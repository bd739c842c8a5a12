using System.Text.Json;
using System.Text.Unicode;
using Campaigns.Api.GraphQL.Http;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Makes out what a client says.</summary>
internal static class MessageParser
{
    /// <exception cref="SocketEnd">4400: it is none of these.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> text)
    {
        if (!Utf8.IsValid(text.Span))
            throw new SocketEnd(CloseReason.Invalid("it is not UTF-8"));
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement.Clone());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: half a surrogate pair in a string
        {
            throw new SocketEnd(CloseReason.Invalid("it is not JSON"));
        }
    }

    private static ClientMessage Read(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object)
            throw new SocketEnd(CloseReason.Invalid("it is no object"));
        return Text(message, "type") switch
        {
            "connection_init" => new ClientMessage.Init(TokenIn(Payload(message))),
            "ping" => new ClientMessage.Ping(Payload(message)),
            "pong" when Payload(message) is var _ => new ClientMessage.Pong(),
            "subscribe" => new ClientMessage.Subscribe(Id(message), Question(message)),
            "complete" => new ClientMessage.Complete(Id(message)),
            _ => throw new SocketEnd(CloseReason.Invalid("its type is unknown")),
        };
    }

    private static string Id(JsonElement message) =>
        Text(message, "id") is { Length: > 0 } id ? id : throw new SocketEnd(CloseReason.Invalid("it has no id"));

    private static GraphQLQuestion Question(JsonElement message)
    {
        try
        {
            return GraphQLQuestion.From(Payload(message) ?? throw new SocketEnd(CloseReason.Invalid("it has no payload")));
        }
        catch (RequestFailure failure)
        {
            throw new SocketEnd(CloseReason.Invalid(failure.Message));
        }
    }

    private static JsonElement? Payload(JsonElement message)
    {
        if (!message.TryGetProperty("payload", out var payload) || payload.ValueKind is JsonValueKind.Null)
            return null;
        return payload.ValueKind is JsonValueKind.Object ? payload : throw new SocketEnd(CloseReason.Invalid("its payload is no object"));
    }

    private static string? TokenIn(JsonElement? payload)
    {
        foreach (var entry in payload?.EnumerateObject() ?? default)
        {
            if (entry.Value.ValueKind is not JsonValueKind.String || entry.Value.GetString() is not { } value)
                continue;
            if (entry.Name.Equals("token", StringComparison.OrdinalIgnoreCase))
                return value;
            if (entry.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
                return value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..].Trim() : value;
        }
        return null;
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
