namespace Campaigns.Api.GraphQL.Subscriptions;

/// <summary>
/// What a subscription field gives: elements that are drawn one by one, each no sooner than the client has taken the last. So nothing piles
/// up, however slow the client is.
/// </summary>
/// <typeparam name="T">An element.</typeparam>
/// <param name="draw">Begins to draw; called once for each subscription.</param>
/// <param name="owner">In whose turn its elements are answered; null: nobody's in particular.</param>
public sealed class SourceStream<T>(Func<CancellationToken, IAsyncEnumerable<T>> draw, string? owner = null)
    : IObservable<T>,
        IAsyncEnumerable<T>,
        IOwned
    where T : class
{
    /// <inheritdoc />
    public string? Owner => owner;

    /// <inheritdoc />
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        draw(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Never: whoever is pushed to cannot say that it is too much. The engine knows fields of subscriptions by this interface.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public IDisposable Subscribe(IObserver<T> observer) => throw new NotSupportedException("Elements are drawn, not pushed.");
}

/// <summary>What is answered in the turn of somebody, such as a tenant.</summary>
public interface IOwned
{
    /// <summary>Whose; null: nobody's in particular.</summary>
    string? Owner { get; }
}

/// <summary>An element that a client can go on behind.</summary>
public interface IPlaced
{
    /// <summary>Its place: opaque.</summary>
    string Position { get; }
}
