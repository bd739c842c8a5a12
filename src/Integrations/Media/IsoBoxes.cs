using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Integrations.Media;

/// <summary>A box of an ISO base media file (ISO/IEC 14496-12): where its content begins and ends.</summary>
internal readonly record struct IsoBox(string Type, long From, long To);

/// <summary>
/// Walks the boxes of a file. Whoever wrote it may be hostile: boxes lie within each other, their number is bounded, and of a box no more is read
/// than asked for. Throws <see cref="InvalidDataException"/>, whose message is for a person, when it makes no sense.
/// </summary>
internal sealed class IsoBoxes(Stream file)
{
    private const int MostBoxes = 10_000;
    private const int Head = 8;
    private const int LongHead = 16;

    private int seen;

    /// <summary>The boxes side by side in the whole file.</summary>
    public IEnumerable<IsoBox> All() => Between(0, file.Length);

    /// <summary>The boxes side by side in another's content, from an offset into it.</summary>
    public IEnumerable<IsoBox> In(IsoBox box, int offset = 0) => Between(box.From + offset, box.To);

    /// <summary>The first of a type inside another; null when there is none.</summary>
    public IsoBox? Find(IsoBox? inside, string type)
    {
        if (inside is { } box)
            foreach (var one in In(box))
                if (one.Type == type)
                    return one;
        return null;
    }

    /// <summary>Some bytes of a box's content, fewer when it has fewer.</summary>
    public byte[] Read(IsoBox box, int most, int offset = 0)
    {
        var bytes = new byte[(int)Math.Clamp(box.To - box.From - offset, 0, most)];
        file.Position = box.From + offset;
        file.ReadExactly(bytes);
        return bytes;
    }

    private IEnumerable<IsoBox> Between(long from, long to)
    {
        var head = new byte[LongHead];
        for (var at = from; at + Head <= to; )
        {
            if (++seen > MostBoxes)
                throw new InvalidDataException($"it has more than {MostBoxes} boxes.");
            var (type, length, headLength) = HeadAt(at, to, head);
            if (length < headLength)
                throw new InvalidDataException($"its box '{type}' has an impossible length.");
            if (length > to - at)
                throw new InvalidDataException($"it is cut off: its box '{type}' should be {length} bytes long, and {to - at} are there.");
            yield return new(type, at + headLength, at + length);
            at += length;
        }
    }

    private (string Type, long Length, int HeadLength) HeadAt(long at, long to, byte[] head)
    {
        file.Position = at;
        file.ReadExactly(head, 0, Head);
        long length = BinaryPrimitives.ReadUInt32BigEndian(head);
        var type = Shown(head.AsSpan(4, 4));
        switch (length)
        {
            case 0: // until the end
                return (type, to - at, Head);
            case 1 when at + LongHead <= to:
                file.ReadExactly(head, Head, LongHead - Head);
                var longLength = BinaryPrimitives.ReadUInt64BigEndian(head.AsSpan(Head));
                return (type, longLength > long.MaxValue ? long.MaxValue : (long)longLength, LongHead);
            default:
                return (type, length, Head);
        }
    }

    /// <summary>Four letters that can be shown to a person, whatever stands there.</summary>
    internal static string Shown(ReadOnlySpan<byte> type)
    {
        var letters = new StringBuilder(type.Length);
        foreach (var letter in type)
            letters.Append(letter is >= 0x20 and < 0x7F ? (char)letter : '?');
        return letters.ToString();
    }
}
