using System.Security.Cryptography;
using System.Text;
using Campaigns.Domain.Tenants;

namespace Campaigns.Domain;

/// <summary>Ids that follow from what asked for them, so that asking twice never makes a second thing.</summary>
public static class DerivedId
{
    /// <summary>The id of what command <paramref name="command"/> of <paramref name="tenant"/> creates; <paramref name="part"/> tells several apart.</summary>
    public static Guid From(TenantId tenant, CommandId command, string part) => From($"{tenant}\n{command}\n{part}");

    /// <summary>A name-based UUID (RFC 9562, version 8: the first 16 bytes of a SHA-256).</summary>
    public static Guid From(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
