using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Campaigns.Api.GraphQL.Subscriptions;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>Sends to one client, the next message no sooner than it has taken the last: each operation holds at most one that waits.</summary>
internal sealed class SocketWriter(WebSocket socket, GraphQLLimits limits, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private Task underway = Task.CompletedTask;

    /// <summary>Sends <c>{"id":…,"type":…,"payload":…}</c>; a payload is JSON already.</summary>
    /// <exception cref="SlowClientException">The client does not take it in time.</exception>
    /// <exception cref="OperationCanceledException">It is over.</exception>
    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task Send(string type, string? id, string? payload, CancellationToken ct)
    {
        var message = new StringBuilder("{");
        if (id is not null)
            message.Append("\"id\":").Append(JsonSerializer.Serialize(id)).Append(',');
        message.Append("\"type\":\"").Append(type).Append('"');
        if (payload is not null)
            message.Append(",\"payload\":").Append(payload);
        var bytes = Encoding.UTF8.GetBytes(message.Append('}').ToString());

        await turn.WaitAsync(ct);
        try
        {
            await Taken(underway, limits.SlowClient, ct);
            ct.ThrowIfCancellationRequested();
            // Without a token: to cancel a send is to cut the connection, and the reason could not be told any more.
            underway = socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            await Taken(underway, limits.SlowClient, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Says why it ends, as far as the client still listens, and then ends it.</summary>
    public async Task Close(CloseReason reason)
    {
        try
        {
            await Taken(underway, limits.LastWords, CancellationToken.None);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await Taken(
                    socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Words, CancellationToken.None),
                    limits.LastWords,
                    CancellationToken.None
                );
        }
        catch (Exception e) when (e is SlowClientException or WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task Taken(Task send, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            await send.WaitAsync(patience, clock, ct);
        }
        catch (TimeoutException)
        {
            throw new SlowClientException();
        }
    }
}
