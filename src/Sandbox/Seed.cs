using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Campaigns.Sandbox;

/// <summary>A number that is always the same for the same text, on every machine: what "deterministic per prompt" rests on.</summary>
internal static class Seed
{
    public static uint Of(string text) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static ulong Long(string text) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
