using System.Diagnostics;
using System.Net.WebSockets;
using Campaigns.Api.GraphQL.Execution;
using Campaigns.Api.GraphQL.Http;
using Campaigns.Api.GraphQL.Subscriptions;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaigns.Api.GraphQL.WebSockets;

/// <summary>The operations that run over one socket, by the ids that its client gave them.</summary>
/// <param name="http">The request that the socket began with.</param>
/// <param name="client">Who is answered.</param>
/// <param name="end">Ends the socket.</param>
/// <param name="operations">Runs them.</param>
/// <param name="scopes">One for each operation.</param>
/// <param name="json">Writes answers.</param>
/// <param name="limits">How many may run.</param>
/// <param name="log">For mistakes of ours.</param>
internal sealed class RunningOperations(
    HttpContext http,
    SocketWriter client,
    Action<CloseReason> end,
    OperationRunner operations,
    IServiceScopeFactory scopes,
    IGraphQLTextSerializer json,
    GraphQLLimits limits,
    ILogger log
)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Running> running = [];
    private bool closed;

    /// <summary>Begins one; its answers are sent as they come. Once all were ended, none begins any more.</summary>
    /// <param name="id">The client's name for it.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="ct">Of the socket: with it all that runs over it ends.</param>
    /// <exception cref="SocketEnd">4409: one with this id runs already.</exception>
    public async Task Begin(string id, GraphQLQuestion question, Admission by, CancellationToken ct)
    {
        if (!Enter(id, question, by, ct))
            await Say(id, new ExecutionResult(RequestFailure.TooManyOperations(limits.OperationsPerConnection)), ct);
    }

    /// <summary>The client wants no more of it. It may have ended already.</summary>
    public async Task Stop(string id)
    {
        Running? known;
        lock (gate)
            running.Remove(id, out known);
        if (known is null)
            return;
        await known.Cancel.CancelAsync();
        known.Cancel.Dispose(); // whoever takes it out does: the socket's token must not remember all that ever ran
    }

    /// <summary>Ends all of them, for good.</summary>
    public async Task StopAll()
    {
        Running[] all;
        lock (gate)
        {
            closed = true;
            all = [.. running.Values];
            running.Clear();
        }
        foreach (var one in all)
            await one.Cancel.CancelAsync();
        await Task.WhenAll(all.Select(one => one.Work));
    }

    // False: there is no room. All of it under the gate, so that whoever ends all of them finds the work of each.
    private bool Enter(string id, GraphQLQuestion question, Admission by, CancellationToken ct)
    {
        lock (gate)
        {
            if (closed)
                return true; // and nobody is there any more to be told
            if (running.ContainsKey(id))
                throw new SocketEnd(CloseReason.Taken(id));
            if (running.Count >= limits.OperationsPerConnection)
                return false;
            var begun = running[id] = new(ct);
            begun.Work = Run(id, question, by, begun);
            return true;
        }
    }

    // Its id may be another's by now.
    private void Leave(string id, Running begun)
    {
        lock (gate)
            if (running.TryGetValue(id, out var known) && ReferenceEquals(known, begun))
                begun.HasLeft = running.Remove(id);
    }

    // Never throws: nobody waits for it but StopAll.
    private async Task Run(string id, GraphQLQuestion question, Admission by, Running begun)
    {
        await Task.Yield(); // the next message need not wait, nor whoever holds the gate
        using var trace = OperationTelemetry.BeginTrace();
        using var names = log.BeginScope(by.Names);
        var ct = begun.Token;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Answer(id, await operations.Run(question, http, scope.ServiceProvider, [OperationRule.Streaming], ct), begun);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogDebug("The operation {Id} was stopped", id);
        }
        catch (RequestFailure failure)
        {
            await Fail(id, failure, begun);
        }
        catch (SlowClientException)
        {
            log.LogWarning("A client of a WebSocket is too slow, and is dropped");
            end(CloseReason.TooSlow);
        }
        catch (WebSocketException)
        {
            end(CloseReason.Answered); // gone: nobody hears it
        }
        catch (Exception e)
        {
            var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
            log.LogError(e, "The operation {Id} failed, told to the client as {TraceId}", id, traceId);
            await Fail(id, RequestFailure.Internal(traceId), begun);
        }
        finally
        {
            Leave(id, begun);
            if (begun.HasLeft)
                begun.Cancel.Dispose();
        }
    }

    private async Task Answer(string id, ExecutionResult result, Running begun)
    {
        var ct = begun.Token;
        if (ResponseStream.Of(result) is { } stream)
            await foreach (var answer in stream.WithCancellation(ct))
                await client.Send("next", id, json.Serialize(answer.Result), ct);
        else if (result.Executed && result.Operation?.Operation is not OperationType.Subscription)
            await client.Send("next", id, json.Serialize(result), ct);
        else
        {
            await Refuse(id, result, begun);
            return;
        }

        Leave(id, begun); // first: on hearing of its end the client may use the id again
        await client.Send("complete", id, null, ct);
    }

    private Task Refuse(string id, ExecutionResult result, Running begun)
    {
        Leave(id, begun);
        return Say(id, result, begun.Token);
    }

    private Task Say(string id, ExecutionResult refused, CancellationToken ct) =>
        client.Send("error", id, json.Serialize(refused.Errors), ct);

    private async Task Fail(string id, RequestFailure failure, Running begun)
    {
        try
        {
            await Refuse(id, new ExecutionResult(failure), begun);
        }
        catch (OperationCanceledException) when (begun.Token.IsCancellationRequested)
        {
            log.LogDebug("The operation {Id} was stopped, and its failure is nobody's", id); // its socket goes on
        }
        catch (Exception e) when (e is OperationCanceledException or SlowClientException or WebSocketException)
        {
            end(e is SlowClientException ? CloseReason.TooSlow : CloseReason.Answered);
        }
    }

    private sealed class Running
    {
        public Running(CancellationToken socket) => Token = (Cancel = CancellationTokenSource.CreateLinkedTokenSource(socket)).Token;

        public CancellationTokenSource Cancel { get; }

        // By itself: it may be looked at when its source is gone.
        public CancellationToken Token { get; }

        public Task Work { get; set; } = Task.CompletedTask;

        // By itself, and not because somebody stopped it.
        public bool HasLeft { get; set; }
    }
}
