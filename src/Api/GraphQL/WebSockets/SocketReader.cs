using System.Buffers;
using System.Net.WebSockets;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Receives whole messages from one client.</summary>
internal sealed class SocketReader(WebSocket socket)
{
    private readonly ArrayBufferWriter<byte> message = new(1024);

    /// <summary>The next message; null when the client closes.</summary>
    /// <param name="most">How many bytes it may have: asked again as it grows.</param>
    /// <param name="ct">Cuts the connection.</param>
    /// <exception cref="SocketEnd">4400: it is not text; 1009: it is too large; 4400 as well: it is none of the protocol.</exception>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task<ClientMessage?> Next(Func<int> most, CancellationToken ct)
    {
        message.ResetWrittenCount();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(1024), ct);
            if (part.MessageType is WebSocketMessageType.Close)
                return null;
            if (part.MessageType is not WebSocketMessageType.Text)
                throw new SocketEnd(CloseReason.Invalid("it is not text"));
            message.Advance(part.Count);
            if (message.WrittenCount > most())
                throw new SocketEnd(CloseReason.TooLarge);
            if (part.EndOfMessage)
                return MessageParser.Read(message.WrittenMemory);
        }
    }
}
