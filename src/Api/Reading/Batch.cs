using GraphQL.DataLoader;

namespace Campaigns.Api.Reading;

/// <summary>Gathers the keys that fields ask for at the same time, and asks for all of them at once.</summary>
/// <param name="ask">Answers many keys with one question: gives what looks one of them up.</param>
internal sealed class Batch<TKey, TValue>(Func<IReadOnlyCollection<TKey>, CancellationToken, Task<Func<TKey, TValue>>> ask)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Round? open;

    /// <summary>The value of a key, once the engine has nothing else to do.</summary>
    public IDataLoaderResult<TValue> Load(TKey key)
    {
        lock (gate)
        {
            open ??= new();
            open.Keys.Add(key);
            return new Pending(this, open, key);
        }
    }

    // The first who wants its value closes the round: later keys make the next one, and so see later writes.
    private Task<Func<TKey, TValue>> Answer(Round round, CancellationToken ct)
    {
        lock (gate)
        {
            if (ReferenceEquals(open, round))
                open = null;
            return round.Answer ??= ask(round.Keys, ct);
        }
    }

    private sealed class Round
    {
        public HashSet<TKey> Keys { get; } = [];

        public Task<Func<TKey, TValue>>? Answer { get; set; }
    }

    private sealed class Pending(Batch<TKey, TValue> batch, Round round, TKey key) : IDataLoaderResult<TValue>
    {
        public async Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.Answer(round, cancellationToken))(key);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
