using System.Data.Common;
using Campaigns.Grains.EventSourcing;
using Orleans.Runtime.Messaging;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>A database or a silo that is away, or too slow to answer.</summary>
internal sealed class OutageTranslator : IFailureTranslator
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(2);

    public RequestFailure? Translate(Exception exception) =>
        exception switch
        {
            StoreAwayException or TimeoutException or OrleansException or ConnectionFailedException => Soon(),
            // A process that comes to its end, also by the others' verdict, has let go of what the request needs.
            ObjectDisposedException or OperationCanceledException => Soon(),
            DbException { IsTransient: true } => Soon(),
            { InnerException: { } inner } => Translate(inner),
            _ => null,
        };

    private static RequestFailure Soon() => RequestFailure.Unavailable(SoonAgain);
}
