using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Campaigns.Api.Tests.Transport;

/// <summary>A client's end of a WebSocket: says and hears whole messages, and remembers nothing.</summary>
public sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly HttpMessageInvoker? invoker;

    private SocketClient(HttpMessageInvoker? invoker) => this.invoker = invoker;

    public string? Protocol => socket.SubProtocol;

    /// <summary>Why the server closed.</summary>
    public (int Code, string Words) Closed => ((int)socket.CloseStatus!.Value, socket.CloseStatusDescription ?? "");

    public static async Task<SocketClient> Open(
        Uri server,
        string? protocol = "graphql-transport-ws",
        Action<ClientWebSocketOptions>? options = null,
        HttpMessageInvoker? invoker = null
    )
    {
        var client = new SocketClient(invoker);
        if (protocol is not null)
            client.socket.Options.AddSubProtocol(protocol);
        options?.Invoke(client.socket.Options);
        var address = new UriBuilder(new Uri(server, "/graphql")) { Scheme = "ws" }.Uri;
        using var patience = new CancellationTokenSource(Patience);
        await client.socket.ConnectAsync(address, invoker, patience.Token);
        return client;
    }

    /// <summary>Opens one, and is let in.</summary>
    public static async Task<SocketClient> Begin(Uri server, object? payload = null)
    {
        var client = await Open(server);
        await client.Say(new { type = "connection_init", payload });
        Assert.Equal("connection_ack", (await client.Hear()).GetProperty("type").GetString());
        return client;
    }

    public Task Say(object message) => SayText(JsonSerializer.Serialize(message));

    public Task Subscribe(string id, string query, object? variables = null) =>
        Say(
            new
            {
                id,
                type = "subscribe",
                payload = new { query, variables },
            }
        );

    public async Task SayText(string text, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), type, true, patience.Token);
    }

    /// <summary>The next message.</summary>
    public async Task<JsonElement> Hear()
    {
        var text = await HearText();
        Assert.True(text is not null, $"The server closed: {socket.CloseStatus} {socket.CloseStatusDescription}");
        return JsonElement.Parse(text);
    }

    /// <summary>The next message as <c>type id payload</c>.</summary>
    public async Task<string> HearShort()
    {
        var message = await Hear();
        var id = message.TryGetProperty("id", out var known) ? $" {known.GetString()}" : "";
        var payload = message.TryGetProperty("payload", out var told) ? $" {told.GetRawText()}" : "";
        return $"{message.GetProperty("type").GetString()}{id}{payload}";
    }

    /// <summary>Passes over messages until the server closes.</summary>
    public async Task<(int Code, string Words)> HearEnd()
    {
        while (await HearText() is not null) { }
        return Closed;
    }

    /// <summary>Vanishes without a word.</summary>
    public void Vanish() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var patience = new CancellationTokenSource(Patience);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        socket.Dispose();
        invoker?.Dispose();
    }

    // Null when the server closed; then it is answered.
    private async Task<string?> HearText()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                return null;
            }
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
