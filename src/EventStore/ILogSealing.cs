namespace Campaigns.EventStore;

/// <summary>Encrypts what was written before there were keys. For the owner of the log alone: the role that appends may change nothing.</summary>
public interface ILogSealing
{
    /// <summary>
    /// Encrypts the plain events, a batch at a time, beside live traffic. Where it was stopped it goes on; what is encrypted
    /// stays as it is.
    /// </summary>
    /// <param name="batch">How many events a transaction.</param>
    /// <param name="ct">Stops between two transactions.</param>
    /// <returns>After each batch: how many it encrypted.</returns>
    /// <exception cref="EventStoreUnavailableException">The log could not be reached; batches before are done.</exception>
    IAsyncEnumerable<int> Seal(int batch = 500, CancellationToken ct = default);

    /// <summary>Sweeps up what the rows held before, so that it lies in no page of the table any more.</summary>
    Task Sweep(CancellationToken ct = default);
}
