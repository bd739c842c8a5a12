namespace Campaigns.Keys;

/// <summary>The keys of all tenants, as their operator sees them.</summary>
public interface IKeyRing
{
    /// <summary>Wraps every key anew that a former master key wrapped. Safe beside live traffic, and to be repeated.</summary>
    /// <returns>How many were wrapped anew.</returns>
    /// <exception cref="KeysUnavailableException">One was wrapped by a master key that this process does not have; those before it are done.</exception>
    Task<int> Rewrap(CancellationToken ct = default);

    /// <summary>Ids of master keys that wrap a key, and that this process does not have; empty when all is well.</summary>
    /// <exception cref="KeysUnavailableException">The table of keys could not be reached.</exception>
    Task<IReadOnlyList<string>> Foreign(CancellationToken ct = default);
}
