using System.Net.WebSockets;
using Campaigns.Api.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>One socket from its first message to its last, by the protocol <c>graphql-transport-ws</c>.</summary>
internal sealed class SocketSession(
    HttpContext http,
    WebSocket socket,
    IConnectionGate gate,
    OpenConnections connections,
    IDisposable waiting,
    GraphQLLimits limits,
    TimeProvider clock
) : IAsyncDisposable
{
    private readonly SocketReader reader = new(socket);
    private readonly TaskCompletionSource<CloseReason> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource over = new();
    private readonly List<Task> timers = [];
    private bool initialised;
    private IDisposable? place;
    private Admission? admission;

    /// <summary>Answers its client.</summary>
    public SocketWriter Client { get; } = new(socket, limits, clock);

    /// <summary>Ends it; whatever else ends it later does not matter.</summary>
    public void End(CloseReason reason) => ended.TrySetResult(reason);

    /// <summary>Talks until one side has had enough, and says goodbye.</summary>
    public async Task Talk(RunningOperations operations, CancellationToken stopping)
    {
        await using var shutdown = stopping.Register(() => End(CloseReason.GoingAway));
        timers.Add(EndUnlessInitialised());
        var listening = Listen(operations);
        var reason = await ended.Task;

        await over.CancelAsync();
        await operations.StopAll();
        await Client.Close(reason);
        await HearOut(listening);
        await Task.WhenAll(timers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask DisposeAsync()
    {
        place?.Dispose();
        Client.Dispose();
        over.Dispose();
        return ValueTask.CompletedTask;
    }

    // To cancel a receive is to cut the connection, so it goes on to the end; what comes after our goodbye is not listened to.
    private async Task Listen(RunningOperations operations)
    {
        try
        {
            while (await reader.Next(MostBytes, CancellationToken.None) is { } message)
                if (!ended.Task.IsCompleted)
                    await Hear(message, operations);
            End(CloseReason.Answered);
        }
        catch (SocketEnd end)
        {
            End(end.Reason);
        }
        catch (SlowClientException)
        {
            End(CloseReason.TooSlow);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            End(CloseReason.Answered);
        }
        catch
        {
            End(CloseReason.Internal);
            throw;
        }
    }

    // Before anybody is let in, a token is all there is to say.
    private int MostBytes() => place is null ? Math.Min(limits.InitBytes, limits.BodyBytes) : limits.BodyBytes;

    private Task Hear(ClientMessage message, RunningOperations operations) =>
        message switch
        {
            ClientMessage.Init when initialised => throw new SocketEnd(CloseReason.TooManyInits),
            ClientMessage.Init init => Initialise(init),
            ClientMessage.Ping ping => Client.Send("pong", null, ping.Payload?.GetRawText(), over.Token),
            ClientMessage.Subscribe when admission is null => throw new SocketEnd(CloseReason.Unauthorized),
            ClientMessage.Subscribe subscribe => operations.Begin(subscribe.Id, subscribe.Question, admission, over.Token),
            ClientMessage.Complete complete => operations.Stop(complete.Id),
            _ => Task.CompletedTask, // a pong
        };

    private async Task Initialise(ClientMessage.Init init)
    {
        initialised = true;
        var admitted = await Admit(init.Token);
        place = connections.Enter(admitted.Person) ?? throw new SocketEnd(CloseReason.TooManyConnections);
        waiting.Dispose(); // from here on it counts as that person's
        admission = admitted;
        timers.Add(EndWith(admitted));
        await Client.Send("connection_ack", null, null, over.Token);
    }

    private async Task<Admission> Admit(string? token)
    {
        try
        {
            return await gate.Admit(http, token, http.RequestAborted);
        }
        catch (RequestFailure failure)
        {
            throw new SocketEnd(failure.Code == ErrorCodes.Unauthenticated ? CloseReason.NoSession : CloseReason.TryAgain);
        }
    }

    private async Task EndUnlessInitialised()
    {
        await Task.Delay(limits.InitTime, clock, over.Token);
        if (!initialised)
            End(CloseReason.InitTimeout);
    }

    private async Task EndWith(Admission admitted)
    {
        await Until.End(admitted, clock, over.Token);
        End(CloseReason.Expired);
    }

    // The client's own goodbye, or the end of patience: to hang up at once could take our reason from it.
    private async Task HearOut(Task listening)
    {
        try
        {
            await listening.WaitAsync(limits.LastWords, clock);
            if (socket.State is WebSocketState.CloseSent)
                await Rest().WaitAsync(limits.LastWords, clock);
        }
        catch (Exception e) when (e is TimeoutException or WebSocketException or OperationCanceledException)
        {
            socket.Abort();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Rest()
    {
        var ignored = new byte[4096];
        while ((await socket.ReceiveAsync(ignored, CancellationToken.None)).MessageType is not WebSocketMessageType.Close) { }
    }
}
