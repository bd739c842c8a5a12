using GraphQL.DataLoader;

namespace Campaigns.Api.Reading;

/// <summary>Goes on with a value that is loaded together with others.</summary>
internal static class Loaded
{
    /// <summary>What follows from the value, once it is there. Several may go on with one value: it is loaded once.</summary>
    public static IDataLoaderResult<TNext> Then<T, TNext>(this IDataLoaderResult<T> loading, Func<T, TNext> next) =>
        new Following<T, TNext>(loading, next);

    private sealed class Following<T, TNext>(IDataLoaderResult<T> loading, Func<T, TNext> next) : IDataLoaderResult<TNext>
    {
        public async Task<TNext> GetResultAsync(CancellationToken cancellationToken = default) =>
            next(await loading.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
