using System.Text.Json;
using Campaigns.Api.GraphQL.Http;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>What a client may say, by the protocol.</summary>
internal abstract record ClientMessage
{
    private ClientMessage() { } // closed: every case is below

    /// <summary>Who it is.</summary>
    public sealed record Init(string? Token) : ClientMessage;

    /// <summary>Asks for a pong.</summary>
    public sealed record Ping(JsonElement? Payload) : ClientMessage;

    /// <summary>Answers a ping, or shows that it is alive.</summary>
    public sealed record Pong : ClientMessage;

    /// <summary>Begins an operation.</summary>
    public sealed record Subscribe(string Id, GraphQLQuestion Question) : ClientMessage;

    /// <summary>Wants no more of it.</summary>
    public sealed record Complete(string Id) : ClientMessage;
}
