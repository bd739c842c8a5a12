using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Accounts;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations.Vault;

/// <summary>How tokens were once encrypted, for reading: AES-256-GCM under a key derived from the master key, bound to tenant and name.</summary>
internal sealed class TokenCipher
{
    private const int KeyBytes = 32;
    private const int TagBytes = 16;

    private readonly byte[] key;

    public TokenCipher(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < KeyBytes)
            throw new ArgumentException($"The master key has {masterKey.Length} bytes, and needs {KeyBytes}.", nameof(masterKey));
        key = Derive(masterKey, "campaigns/vault/tokens/v1", KeyBytes);
        KeyId = Convert.ToHexStringLower(Derive(masterKey, "campaigns/vault/tokens/v1/id", 8));
    }

    /// <summary>Tells master keys apart, and tells nothing about them.</summary>
    public string KeyId { get; }

    /// <exception cref="TokenUnreadableException">It was sealed under another master key.</exception>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, or belongs to another tenant or name.</exception>
    public string Open(TenantId tenant, TokenRef name, SealedToken token)
    {
        if (token.KeyId != KeyId)
            throw new TokenUnreadableException(
                $"The token {name} is encrypted under the master key {token.KeyId}, and this process has {KeyId}: CAMPAIGNS_MASTER_KEY has changed."
            );
        var length = token.Ciphertext.Length - TagBytes;
        var plain = new byte[length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(token.Nonce, token.Ciphertext.AsSpan(0, length), token.Ciphertext.AsSpan(length), plain, BoundTo(tenant, name));
        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    private static byte[] BoundTo(TenantId tenant, TokenRef name) => Encoding.UTF8.GetBytes($"{tenant}\n{name}");

    private static byte[] Derive(ReadOnlySpan<byte> masterKey, string purpose, int length)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, derived, salt: [], info: Encoding.UTF8.GetBytes(purpose));
        return derived;
    }
}
