using System.Runtime.CompilerServices;
using Campaigns.Projections.Reading;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>
/// Runs subscriptions so that their elements are drawn instead of pushed. Each element is answered in a scope of its own: what was looked up
/// for the last one is not taken for what is there now.
/// </summary>
internal sealed class DrawnSubscriptions(GraphQLLimits limits, IServiceScopeFactory scopes, TimeProvider clock)
    : SubscriptionExecutionStrategy(new ParallelExecutionStrategy())
{
    // One event may be for thousands, and those who ask ordinary questions share the database with them.
    private const int AtOnce = 8;
    private const int OfOneOwner = 2;

    private const int MostTimeouts = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly FairTurns turns = new(AtOnce, OfOneOwner);

    protected override async Task<IObservable<ExecutionResult>?> ResolveResponseStreamAsync(
        global::GraphQL.Execution.ExecutionContext context,
        ExecutionNode node
    )
    {
        try
        {
            var source = await node.FieldDefinition.StreamResolver!.ResolveAsync(new ReadonlyResolveFieldContext(node, context));
            return new ResponseStream(ct => Answers(context, node, (IAsyncEnumerable<object>)source, ct));
        }
        catch (ExecutionError refused)
        {
            refused.Path = node.ResponsePath;
            refused.AddLocation(node.Field, context.Document);
            context.Errors.Add(refused);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            context.Errors.Add(await HandleExceptionAsync(context, node, e, "Could not begin the subscription."));
            return null;
        }
    }

    private async IAsyncEnumerable<StreamedAnswer> Answers(
        global::GraphQL.Execution.ExecutionContext context,
        ExecutionNode node,
        IAsyncEnumerable<object> source,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var owner = (source as IOwned)?.Owner ?? "";
        await foreach (var element in source.WithCancellation(ct))
            yield return new(await Answer(context, node, element, owner, ct), (element as IPlaced)?.Position);
    }

    // An element that cannot be answered because something is away for now is answered when it is back: sent with errors it would be lost, as
    // its client goes on behind it. One that takes too long again and again ends the stream before it.
    private async Task<ExecutionResult> Answer(
        global::GraphQL.Execution.ExecutionContext context,
        ExecutionNode node,
        object element,
        string owner,
        CancellationToken ct
    )
    {
        var timeouts = 0;
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var result = await AnswerInTurn(context, node, element, owner, ct);
            if (result.Errors?.Any(IsTimeout) == true)
            {
                if (++timeouts == MostTimeouts)
                    throw RequestFailure.TooLong(limits.Time);
            }
            else if (result.Errors?.Any(error => error.Code is ErrorCodes.Unavailable or ErrorCodes.ReadModelBehind) != true)
                return result;
            await Task.Delay(pause, clock, ct);
        }
    }

    private static bool IsTimeout(ExecutionError error) => error is TimeoutError || error.Code == ErrorCodes.LimitTime;

    private async Task<ExecutionResult> AnswerInTurn(
        global::GraphQL.Execution.ExecutionContext context,
        ExecutionNode node,
        object element,
        string owner,
        CancellationToken ct
    )
    {
        using (await turns.Take(owner, ct))
            return await AnswerOnce(context, node, element, ct);
    }

    private async Task<ExecutionResult> AnswerOnce(
        global::GraphQL.Execution.ExecutionContext context,
        ExecutionNode node,
        object element,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        using var deadline = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        var own = CloneExecutionContext(context, either.Token);
        own.RequestServices = scope.ServiceProvider;
        try
        {
            var result = await ProcessDataAsync(own, node, element);
            // Whatever it was that the deadline cut off may have told it in its own way.
            return deadline.IsCancellationRequested && result.Errors is { Count: > 0 } ? new ExecutionResult(new TimeoutError()) : result;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new ExecutionResult(new TimeoutError());
        }
    }
}
