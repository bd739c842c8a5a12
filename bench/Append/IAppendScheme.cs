namespace Campaigns.Bench.Append;

/// <summary>A way to get events into a table.</summary>
internal interface IAppendScheme : IAsyncDisposable
{
    /// <summary>Empties its table, so that every measurement meets the same.</summary>
    Task Clear();

    /// <summary>Appends single events for a while, each acknowledged.</summary>
    Task<Measured> Run(int inFlight, TimeSpan duration);
}
