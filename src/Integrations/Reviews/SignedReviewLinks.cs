using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Reviews;

namespace Campaigns.Integrations.Reviews;

/// <summary>HMAC-SHA-256 under a key derived from the master key: with another master key, every link is void.</summary>
internal sealed class SignedReviewLinks : IReviewLinks
{
    private const int KeyBytes = 32;

    private readonly byte[] key = new byte[KeyBytes];

    public SignedReviewLinks(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < KeyBytes)
            throw new ArgumentException($"The master key has {masterKey.Length} bytes, and needs {KeyBytes}.", nameof(masterKey));
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, key, salt: [], info: "campaigns/reviews/links/v1"u8);
    }

    public string TokenOf(ReviewLink link) => link.TokenWith(Signature(link));

    // Compared with what is signed anew from what was read: another spelling of the same claims is no token either.
    public ReviewLink? Read(string? token) =>
        ReviewLink.Claimed(token) is var (link, signature)
        && CryptographicOperations.FixedTimeEquals(signature, Signature(link))
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token!), Encoding.UTF8.GetBytes(TokenOf(link)))
            ? link
            : null;

    private byte[] Signature(ReviewLink link) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(link.Claims));
}
