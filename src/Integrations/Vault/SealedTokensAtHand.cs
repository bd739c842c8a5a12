using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Microsoft.Extensions.Caching.Memory;

namespace Campaigns.Integrations.Vault;

/// <summary>
/// Tokens that were asked for lately, as they are stored: encrypted, so that a tenant that was erased has none here either. A thousand posts due at
/// one instant need not ask the database for each. Whoever connects anew gets another name, so what stands under a name stays; that one was
/// forgotten by another silo is of no account, as no account names it any more.
/// </summary>
internal sealed class SealedTokensAtHand : IDisposable
{
    private static readonly MemoryCacheEntryOptions Kept = new() { SlidingExpiration = TimeSpan.FromHours(1), Size = 1 };

    private readonly MemoryCache tokens = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public SealedToken? Find(TenantId tenant, TokenRef name) => tokens.Get<SealedToken>((tenant, name));

    public void Add(TenantId tenant, TokenRef name, SealedToken token) => tokens.Set((tenant, name), token, Kept);

    public void Remove(TenantId tenant, TokenRef name) => tokens.Remove((tenant, name));

    public void Dispose() => tokens.Dispose();
}
