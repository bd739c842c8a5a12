namespace Campaigns.Integrations;

/// <summary>Brings tokens that the master key itself encrypted, as all once were, under their tenants' keys.</summary>
public interface ITokenResealing
{
    /// <summary>Encrypts each such token anew. Safe beside live traffic, and to be repeated.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="TokenUnreadableException">One was encrypted under a master key that this process does not have; those before it are done.</exception>
    /// <exception cref="TokenVaultUnavailableException">The vault is away.</exception>
    Task<int> Reseal(CancellationToken ct);
}
