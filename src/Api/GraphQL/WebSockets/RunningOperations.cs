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

    /// <summary>Begins one; its answers are sent as they come.</summary>
    /// <exception cref="SocketEnd">4409: one with this id runs already.</exception>
    public async Task Begin(string id, GraphQLQuestion question, CancellationToken ct)
    {
        if (Enter(id) is { } begun)
            begun.Work = Run(id, question, begun);
        else
            await Refuse(id, new ExecutionResult(RequestFailure.TooManyOperations(limits.OperationsPerConnection)), ct);
    }

    /// <summary>The client wants no more of it. It may have ended already.</summary>
    public async Task Stop(string id)
    {
        if (Leave(id) is { } known)
            await known.Cancel.CancelAsync();
    }

    /// <summary>Ends all of them.</summary>
    public async Task StopAll()
    {
        Running[] all;
        lock (gate)
            all = [.. running.Values];
        foreach (var one in all)
            await one.Cancel.CancelAsync();
        await Task.WhenAll(all.Select(one => one.Work));
    }

    private Running? Enter(string id)
    {
        lock (gate)
        {
            if (running.ContainsKey(id))
                throw new SocketEnd(CloseReason.Taken(id));
            return running.Count < limits.OperationsPerConnection ? running[id] = new() : null;
        }
    }

    private Running? Leave(string id)
    {
        lock (gate)
            return running.Remove(id, out var known) ? known : null;
    }

    // Never throws: nobody waits for it but StopAll.
    private async Task Run(string id, GraphQLQuestion question, Running begun)
    {
        await Task.Yield(); // the next message need not wait
        var ct = begun.Cancel.Token;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await Answer(id, await operations.Run(question, http, scope.ServiceProvider, [OperationRule.Streaming], ct), ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            log.LogDebug("The operation {Id} was stopped", id);
        }
        catch (RequestFailure failure)
        {
            await Fail(id, failure, ct);
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
            await Fail(id, RequestFailure.Internal(traceId), ct);
        }
        finally
        {
            // Unless it was stopped, and another has its id by now.
            if (!ct.IsCancellationRequested)
                Leave(id);
        }
    }

    private async Task Answer(string id, ExecutionResult result, CancellationToken ct)
    {
        if (ResponseStream.Of(result) is { } stream)
            await foreach (var answer in stream.WithCancellation(ct))
                await client.Send("next", id, json.Serialize(answer.Result), ct);
        else if (result.Executed && result.Operation?.Operation is not OperationType.Subscription)
            await client.Send("next", id, json.Serialize(result), ct);
        else
        {
            await Refuse(id, result, ct);
            return;
        }

        Leave(id); // first: on hearing of its end the client may use the id again
        await client.Send("complete", id, null, ct);
    }

    private async Task Refuse(string id, ExecutionResult result, CancellationToken ct)
    {
        Leave(id);
        await client.Send("error", id, json.Serialize(result.Errors), ct);
    }

    private async Task Fail(string id, RequestFailure failure, CancellationToken ct)
    {
        try
        {
            await Refuse(id, new ExecutionResult(failure), ct);
        }
        catch (Exception e) when (e is OperationCanceledException or SlowClientException or WebSocketException)
        {
            end(e is SlowClientException ? CloseReason.TooSlow : CloseReason.Answered);
        }
    }

    private sealed class Running
    {
        public CancellationTokenSource Cancel { get; } = new();

        public Task Work { get; set; } = Task.CompletedTask;
    }
}
