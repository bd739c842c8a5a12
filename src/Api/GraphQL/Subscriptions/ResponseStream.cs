using GraphQL;

namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>The answers of one subscription, drawn one by one.</summary>
internal sealed class ResponseStream(Func<CancellationToken, IAsyncEnumerable<StreamedAnswer>> draw)
    : IObservable<ExecutionResult>,
        IAsyncEnumerable<StreamedAnswer>
{
    /// <summary>The one stream of a result; null when the operation was no subscription, or did not begin.</summary>
    public static ResponseStream? Of(ExecutionResult result) => result.Streams?.Values.SingleOrDefault() as ResponseStream;

    public IAsyncEnumerator<StreamedAnswer> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        draw(cancellationToken).GetAsyncEnumerator(cancellationToken);

    public IDisposable Subscribe(IObserver<ExecutionResult> observer) => throw new NotSupportedException("Answers are drawn, not pushed.");
}

/// <summary>One answer of a subscription.</summary>
/// <param name="Result">The answer.</param>
/// <param name="Position">Where a client goes on behind it; null where its source has no positions.</param>
internal sealed record StreamedAnswer(ExecutionResult Result, string? Position);
