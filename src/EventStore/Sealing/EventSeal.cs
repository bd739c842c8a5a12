using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;

namespace Campaigns.EventStore.Sealing;

/// <summary>
/// An event's metadata and payload in one seal, bound to where it stands: stream (which names the tenant), version, stored name and id. In another
/// row, or under another name, it does not open.
/// </summary>
internal static class EventSeal
{
    private const byte Format = 1; // what else a data key seals begins with another byte
    private const int LengthBytes = 4;
    private const int FixedPlace = 1 + 16 + 8 + 1;

    /// <summary>The event as it goes into the table, sealed: no metadata and no command beside it.</summary>
    /// <param name="plain">As it would go in plain.</param>
    /// <param name="key">The tenant's.</param>
    /// <param name="stream">Its stream.</param>
    /// <param name="version">Its place there.</param>
    public static EncodedEvent Seal(in EncodedEvent plain, DataKey key, StreamName stream, long version)
    {
        var length = LengthBytes + plain.Metadata.Length + plain.Data.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        BinaryPrimitives.WriteInt32BigEndian(buffer, plain.Metadata.Length);
        plain.Metadata.CopyTo(buffer, LengthBytes);
        plain.Data.CopyTo(buffer, LengthBytes + plain.Metadata.Length);
        Span<byte> place = stackalloc byte[PlaceLength(stream, plain.Name)];
        Place(place, stream, version, plain.Name, plain.Id);
        var whole = key.Seal(buffer.AsSpan(0, length), place);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return plain with { KeyId = key.Id, Command = null, Metadata = [], Data = whole };
    }

    /// <summary>The event, opened and decoded.</summary>
    /// <exception cref="System.Security.Cryptography.AuthenticationTagMismatchException">It was changed, or stands where it does not belong.</exception>
    public static RecordedEvent Open(in StoredEvent stored, DataKey key, EventCodec codec)
    {
        var length = Math.Max(0, stored.Data.Length - DataKey.Overhead);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> place = stackalloc byte[PlaceLength(stored.Stream, stored.Name)];
            Place(place, stored.Stream, stored.Version, stored.Name, stored.Id);
            var plain = buffer.AsSpan(0, length);
            key.Open(stored.Data, place, plain);
            var metadata = BinaryPrimitives.ReadInt32BigEndian(plain);
            return stored.Read(codec, plain.Slice(LengthBytes, metadata), plain[(LengthBytes + metadata)..]);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int PlaceLength(StreamName stream, string name) =>
        FixedPlace + Encoding.UTF8.GetByteCount(stream.Value) + Encoding.UTF8.GetByteCount(name);

    private static void Place(Span<byte> place, StreamName stream, long version, string name, Guid id)
    {
        place[0] = Format;
        id.TryWriteBytes(place[1..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(place[17..], version);
        var end = FixedPlace - 1 + Encoding.UTF8.GetBytes(stream.Value, place[(FixedPlace - 1)..]);
        place[end] = (byte)'\n'; // in no stream's name
        Encoding.UTF8.GetBytes(name, place[(end + 1)..]);
    }
}
