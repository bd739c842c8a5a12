using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Reviews;

namespace Campaigns.Integrations.Reviews;

/// <summary>HMAC-SHA-256 under a key derived from the master key; those of former master keys are good as long as the process has them.</summary>
internal sealed class SignedReviewLinks : IReviewLinks
{
    private const int KeyBytes = 32;

    private readonly List<byte[]> keys;

    /// <param name="masterKeys">The first signs.</param>
    public SignedReviewLinks(IReadOnlyList<ReadOnlyMemory<byte>> masterKeys) => keys = [.. masterKeys.Select(key => Derive(key.Span))];

    public string TokenOf(ReviewLink link) => link.TokenWith(Signature(keys[0], link));

    // Compared with what is signed anew from what was read: another spelling of the same claims is no token either.
    public ReviewLink? Read(string? token) =>
        ReviewLink.Claimed(token) is var (link, signature) && keys.Exists(key => IsBy(key, link, signature, token!)) ? link : null;

    private static bool IsBy(byte[] key, ReviewLink link, byte[] signature, string token)
    {
        var ours = Signature(key, link);
        return CryptographicOperations.FixedTimeEquals(signature, ours)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(link.TokenWith(ours)));
    }

    private static byte[] Signature(byte[] key, ReviewLink link) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(link.Claims));

    private static byte[] Derive(ReadOnlySpan<byte> masterKey)
    {
        if (masterKey.Length < KeyBytes)
            throw new ArgumentException($"The master key has {masterKey.Length} bytes, and needs {KeyBytes}.", nameof(masterKey));
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, key, salt: [], info: "campaigns/reviews/links/v1"u8);
        return key;
    }
}
