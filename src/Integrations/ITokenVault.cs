using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>
/// Keeps provider tokens encrypted; the only place they exist. Everything here may be repeated, and throws
/// <see cref="TokenVaultUnavailableException"/> while the vault is away.
/// </summary>
public interface ITokenVault
{
    /// <summary>Keeps a token under a new name. Keeping the same name twice overwrites.</summary>
    Task Keep(TenantId tenant, TokenRef name, string token, CancellationToken ct);

    /// <summary>The token; null when there is none of that name for that tenant.</summary>
    Task<string?> Reveal(TenantId tenant, TokenRef name, CancellationToken ct);

    /// <summary>Forgets a token. Forgetting what is not there is fine.</summary>
    Task Forget(TenantId tenant, TokenRef name, CancellationToken ct);
}
