using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;
using Campaigns.Keys;

namespace Campaigns.Integrations.Vault;

/// <summary>
/// Encrypts tokens under their tenant's key. What the master key itself encrypted, as once all, still opens: such a row names the master key by 16
/// digits, where others name a data key by its UUID.
/// </summary>
internal sealed class TokenSeal(ITenantKeys keys, MasterKeys master)
{
    private const byte Format = 3; // events and snapshots begin otherwise

    private readonly List<TokenCipher> former = [.. master.All.Select(key => new TokenCipher(key.Span))];

    public async Task<SealedToken> Seal(TenantId tenant, TokenRef name, string token, CancellationToken ct)
    {
        var key = await keys.ForSealing(tenant, ct);
        var plain = Encoding.UTF8.GetBytes(token);
        var whole = key.Seal(plain, Place(tenant, name));
        CryptographicOperations.ZeroMemory(plain);
        return new(key.Id.ToString(), whole[..DataKey.NonceBytes], whole[DataKey.NonceBytes..]);
    }

    /// <summary>The token; null when its tenant was erased.</summary>
    /// <exception cref="TokenUnreadableException">Its key is not there.</exception>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, or belongs to another tenant or name.</exception>
    public async Task<string?> Open(TenantId tenant, TokenRef name, SealedToken token, CancellationToken ct)
    {
        if (!Guid.TryParse(token.KeyId, out var id))
            return (former.Find(cipher => cipher.KeyId == token.KeyId) ?? former[0]).Open(tenant, name, token);
        if (!keys.TryFind(id, out var found))
        {
            await keys.Learn([id], ct);
            if (!keys.TryFind(id, out found))
                throw new KeysUnavailableException("Keys are forgotten faster than they are used.");
        }
        if (found.IsDestroyed)
            return null;
        if (found.Key is not { } key)
            throw new TokenUnreadableException($"The key {id} of the token {name} is not there.");
        var plain = key.Open([.. token.Nonce, .. token.Ciphertext], Place(tenant, name));
        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    private static byte[] Place(TenantId tenant, TokenRef name) => [Format, .. Encoding.UTF8.GetBytes($"{tenant}\n{name}")];
}
