using System.Collections.Concurrent;
using System.Security.Cryptography;
using Campaigns.Domain.Tenants;

namespace Campaigns.Keys;

/// <summary>
/// One key of one tenant: AES-256-GCM, a random nonce of 96 bits each time. What is sealed is bound to what the caller names, so that it opens
/// nowhere else. May be used from many threads at once.
/// </summary>
public sealed class DataKey
{
    /// <summary>How many bytes a seal adds: the nonce before, the tag behind.</summary>
    public const int Overhead = NonceBytes + TagBytes;

    /// <summary>The length of a nonce, which stands first.</summary>
    public const int NonceBytes = 12;

    /// <summary>The length of a key.</summary>
    public const int KeyBytes = 32;

    private const int TagBytes = 16;

    private readonly byte[] key;

    // A cipher is one thread's at a time, and making one costs as much as sealing an event.
    private readonly ConcurrentBag<AesGcm> ciphers = [];

    /// <summary>A key of these bytes.</summary>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public DataKey(Guid id, TenantId tenant, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != KeyBytes)
            throw new ArgumentException($"A data key has {KeyBytes} bytes, not {bytes.Length}.", nameof(bytes));
        (Id, Tenant, key) = (id, tenant, bytes.ToArray());
    }

    /// <summary>Stands beside whatever it sealed.</summary>
    public Guid Id { get; }

    /// <summary>Whose it is.</summary>
    public TenantId Tenant { get; }

    /// <summary>Nonce, ciphertext and tag, in one piece.</summary>
    /// <param name="plain">What is to be read again.</param>
    /// <param name="place">Where it belongs: it opens only with the same.</param>
    public byte[] Seal(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var whole = new byte[plain.Length + Overhead];
        var nonce = whole.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        var cipher = Take();
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceBytes, plain.Length), whole.AsSpan(NonceBytes + plain.Length), place);
        ciphers.Add(cipher);
        return whole;
    }

    /// <summary>Reads what was sealed into <paramref name="plain"/>, which is <see cref="Overhead"/> bytes shorter.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, belongs elsewhere, or was sealed under another key.</exception>
    public void Open(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> place, Span<byte> plain)
    {
        if (whole.Length < Overhead)
            throw new AuthenticationTagMismatchException("It is too short to have been sealed.");
        var cipher = Take();
        cipher.Decrypt(whole[..NonceBytes], whole[NonceBytes..^TagBytes], whole[^TagBytes..], plain, place);
        ciphers.Add(cipher);
    }

    /// <summary>Reads what was sealed.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, belongs elsewhere, or was sealed under another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> place)
    {
        var plain = new byte[Math.Max(0, whole.Length - Overhead)];
        Open(whole, place, plain);
        return plain;
    }

    internal ReadOnlySpan<byte> Bytes => key;

    private AesGcm Take() => ciphers.TryTake(out var cipher) ? cipher : new(key, TagBytes);
}
