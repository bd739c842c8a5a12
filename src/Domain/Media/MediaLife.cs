using System.Buffers.Binary;

namespace Campaigns.Domain.Media;

/// <summary>How long a file lives that nothing points at.</summary>
public static class MediaLife
{
    /// <summary>Until then a new file may be put to use. Later it may not, unless something points at it already: it may be swept away.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromDays(7);

    /// <summary>
    /// The sweep keeps away from everything that happened within this time before it: longer than any command takes from finding a file to its
    /// event being read, and longer than clocks differ.
    /// </summary>
    public static readonly TimeSpan Safety = TimeSpan.FromDays(1);

    /// <summary>When a file was kept, as the version 7 UUID in its key says; null when the key has none.</summary>
    public static DateTimeOffset? Begin(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return MediaFileId.Of(key) is { Version: 7 } id ? At(id) : null;
    }

    /// <summary>Whether a file that nothing points at may be put to use.</summary>
    public static bool MayBeUsed(string key, DateTimeOffset now) => Begin(key) is not { } begin || now - begin < Unused;

    private static DateTimeOffset At(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16);
    }
}
