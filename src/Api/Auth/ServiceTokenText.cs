using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Tenants;

namespace Campaigns.Api.Auth;

/// <summary>
/// A service token as it is carried: <c>cmp_</c>, the tenant, the token's id and a secret of 256 random bits, with dots between them. The prefix
/// lets scanners of leaked secrets know it.
/// </summary>
/// <param name="Tenant">Whose.</param>
/// <param name="Id">Which.</param>
/// <param name="Secret">What only its holder knows.</param>
internal sealed record ServiceTokenText(TenantId Tenant, ServiceTokenId Id, string Secret)
{
    private const string Prefix = "cmp_";
    private const int SecretBytes = 32;

    /// <summary>A new one.</summary>
    public static ServiceTokenText Draw(TenantId tenant, ServiceTokenId id) =>
        new(tenant, id, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Whether it looks like one, and so is no session token.</summary>
    public static bool Looks(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Reads one that was presented.</summary>
    public static bool TryRead(string token, [NotNullWhen(true)] out ServiceTokenText? read)
    {
        read = null;
        if (!Looks(token) || token.Length > 300 || token[Prefix.Length..].Split('.') is not [var tenant, var id, var secret])
            return false;
        if (!TenantId.TryParse(tenant, out var whose) || !Guid.TryParseExact(id, "N", out var which) || secret.Length != 43)
            return false;
        read = new(whose, new(which), secret);
        return true;
    }

    /// <summary>What is kept of it. Of 256 random bits a plain hash is as good as a slow one.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));

    /// <summary>Whether it is the one that was hashed; takes as long whatever differs.</summary>
    public bool Is(string sha256) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sha256), Encoding.ASCII.GetBytes(sha256));

    /// <summary>As it is carried.</summary>
    public override string ToString() => $"{Prefix}{Tenant}.{Id.Uuid:N}.{Secret}";
}
