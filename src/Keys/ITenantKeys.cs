using Campaigns.Domain.Tenants;

namespace Campaigns.Keys;

/// <summary>The data keys that tenants' content is encrypted under. Destroying a tenant's keys erases what it wrote, wherever copies of it lie.</summary>
public interface ITenantKeys
{
    /// <summary>How long this process goes on using a key that was destroyed elsewhere, at most.</summary>
    TimeSpan Lifetime { get; }

    /// <summary>The key for something new. The first call for a tenant makes it; of silos that ask at once all get the same.</summary>
    /// <exception cref="TenantErasedException">Its keys were destroyed: nothing is written for it any more.</exception>
    /// <exception cref="KeysUnavailableException">The table of keys could not be reached.</exception>
    ValueTask<DataKey> ForSealing(TenantId tenant, CancellationToken ct = default);

    /// <summary>What this process knows of a key without asking; false when it must <see cref="Learn"/> of it first.</summary>
    bool TryFind(Guid id, out FoundKey found);

    /// <summary>Looks keys up, in one question; <see cref="TryFind"/> then knows them.</summary>
    /// <exception cref="KeysUnavailableException">The table of keys could not be reached.</exception>
    Task Learn(IReadOnlyCollection<Guid> ids, CancellationToken ct = default);

    /// <summary>Makes a new key for what the tenant writes from now on; what is written stays readable under the old ones.</summary>
    /// <returns>The new key's id.</returns>
    /// <exception cref="TenantErasedException">Its keys were destroyed.</exception>
    /// <exception cref="KeysUnavailableException">The table of keys could not be reached.</exception>
    Task<Guid> Rotate(TenantId tenant, CancellationToken ct = default);

    /// <summary>Destroys all keys of the tenant, for good, and lets none be made anew. Repeating changes nothing.</summary>
    /// <returns>The ids of all its keys, oldest first, also of those that were destroyed before.</returns>
    /// <exception cref="KeysUnavailableException">The table of keys could not be reached; it may be done.</exception>
    Task<IReadOnlyList<Guid>> Destroy(TenantId tenant, CancellationToken ct = default);
}

/// <summary>What became of a key.</summary>
/// <param name="Key">The key; null when it was destroyed, or is not there.</param>
/// <param name="IsDestroyed">Whether it was there, and was destroyed on purpose.</param>
public readonly record struct FoundKey(DataKey? Key, bool IsDestroyed);
