using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Tenants;

namespace Campaigns.Keys;

/// <summary>The keys that wrap tenants' keys: what is new is wrapped by the first, and what a former one wrapped still opens.</summary>
public sealed class MasterKeys
{
    private readonly Dictionary<string, byte[]> wrapping = new(StringComparer.Ordinal);

    /// <summary>A master key, and those it took the place of.</summary>
    /// <exception cref="ArgumentException">One is shorter than 32 bytes.</exception>
    public MasterKeys(ReadOnlyMemory<byte> current, params IReadOnlyList<ReadOnlyMemory<byte>> former)
    {
        All = [current, .. former];
        foreach (var master in All)
        {
            if (master.Length < DataKey.KeyBytes)
                throw new ArgumentException($"The master key has {master.Length} bytes, and needs {DataKey.KeyBytes}.", nameof(current));
            wrapping[IdOf(master.Span)] = Derive(master.Span, "campaigns/keys/wrap/v1", DataKey.KeyBytes);
        }
        CurrentId = IdOf(current.Span);
    }

    /// <summary>Tells the current one from others, and tells nothing about it.</summary>
    public string CurrentId { get; }

    /// <summary>The current one, then the former ones.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> All { get; }

    /// <summary>Whether this process can open what was wrapped by that master key.</summary>
    public bool Knows(string id) => wrapping.ContainsKey(id);

    /// <summary>The key, wrapped by the current master key and bound to its id and tenant.</summary>
    internal byte[] Wrap(DataKey key) => Wrapper(CurrentId, key.Tenant).Seal(key.Bytes, Place(key.Id, key.Tenant));

    /// <exception cref="KeysUnavailableException">It was wrapped by a master key that this process does not have, or was changed.</exception>
    internal DataKey Unwrap(Guid id, TenantId tenant, string masterKey, ReadOnlySpan<byte> wrapped)
    {
        if (!Knows(masterKey))
            throw new KeysUnavailableException(
                $"The key {id} is wrapped by the master key {masterKey}, which this process does not have: "
                    + "CAMPAIGNS_MASTER_KEY has changed, and CAMPAIGNS_FORMER_MASTER_KEYS does not hold the former one."
            );
        try
        {
            var bytes = Wrapper(masterKey, tenant).Open(wrapped, Place(id, tenant));
            var key = new DataKey(id, tenant, bytes);
            CryptographicOperations.ZeroMemory(bytes);
            return key;
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new KeysUnavailableException($"The key {id} does not open: it was changed, or is another tenant's.", e);
        }
    }

    private DataKey Wrapper(string id, TenantId tenant) => new(Guid.Empty, tenant, wrapping[id]);

    private static byte[] Place(Guid id, TenantId tenant) => Encoding.UTF8.GetBytes($"data key\n{id}\n{tenant}");

    private static string IdOf(ReadOnlySpan<byte> master) => Convert.ToHexStringLower(Derive(master, "campaigns/keys/wrap/v1/id", 8));

    private static byte[] Derive(ReadOnlySpan<byte> master, string purpose, int length)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, derived, salt: [], info: Encoding.UTF8.GetBytes(purpose));
        return derived;
    }
}
