using System.Net.WebSockets;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Why a socket is closed: a code of the protocol, of WebSocket itself or, 4503 and 4508, of ours; and words.</summary>
/// <param name="Code">4000 and above are the protocol's and ours.</param>
/// <param name="Words">At most 123 bytes.</param>
internal sealed record CloseReason(int Code, string Words)
{
    public static readonly CloseReason Unauthorized = new(4401, "Unauthorized");
    public static readonly CloseReason NoSession = new(4401, "Unauthorized: a valid session token is required");

    // Not 4401: a client that made do with a token until now comes back with a new one.
    public static readonly CloseReason Expired = new(4403, "Forbidden: the session token has expired");
    public static readonly CloseReason SubprotocolNotAcceptable = new(4406, "Subprotocol not acceptable");
    public static readonly CloseReason InitTimeout = new(4408, "Connection initialisation timeout");
    public static readonly CloseReason TooManyInits = new(4429, "Too many initialisation requests");

    // Not 4500, the protocol's own: the usual client takes that for final, and after a mistake of ours it should come back.
    public static readonly CloseReason Internal = new(1012, "Internal server error: come back behind the last position seen");
    public static readonly CloseReason TooManyConnections = new(4503, "Too many connections of one person");
    public static readonly CloseReason TooSlow = new(4508, "Too slow: come back behind the last position seen");
    public static readonly CloseReason TooLarge = new((int)WebSocketCloseStatus.MessageTooBig, "Message too large");
    public static readonly CloseReason GoingAway = new((int)WebSocketCloseStatus.EndpointUnavailable, "The server is going away");
    public static readonly CloseReason TryAgain = new(1013, "Try again later");
    public static readonly CloseReason Answered = new((int)WebSocketCloseStatus.NormalClosure, "");

    public static CloseReason Invalid(string what) => new(4400, $"Invalid message: {what}");

    // Ids are the client's and may be long: a reason has 123 bytes.
    public static CloseReason Taken(string id) =>
        new(4409, id.Length <= 40 && id.All(char.IsAscii) ? $"Subscriber for {id} already exists" : "Subscriber already exists");
}

/// <summary>Ends a socket, with a reason.</summary>
internal sealed class SocketEnd(CloseReason reason) : Exception(reason.Words)
{
    public CloseReason Reason => reason;
}
