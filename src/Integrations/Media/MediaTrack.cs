using System.Buffers.Binary;

namespace Campaigns.Integrations.Media;

/// <summary>One track of a movie, as its boxes describe it.</summary>
/// <param name="Handler"><c>vide</c>, <c>soun</c>, or something that we do not look at.</param>
/// <param name="Codec">In our word, or the file's own four letters.</param>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Samples">Frames of a picture track; 0 when they are not listed, as in a fragmented file.</param>
/// <param name="Width">Pixels, turned as it is shown.</param>
/// <param name="Height">Pixels, turned as it is shown.</param>
/// <param name="SampleRate">Of sound, in Hz.</param>
internal sealed record MediaTrack(string Handler, string Codec, double Seconds, long Samples, int Width, int Height, int SampleRate)
{
    private const int SampleEntryHead = 8; // length and type
    private const byte Mpeg4Audio = 0x40;
    private const byte FirstMpeg2Aac = 0x66;
    private const byte LastMpeg2Aac = 0x68;

    public static MediaTrack Read(IsoBoxes boxes, IsoBox track)
    {
        var media = boxes.Find(track, "mdia");
        var table = boxes.Find(boxes.Find(media, "minf"), "stbl");
        var handler =
            boxes.Find(media, "hdlr") is { } hdlr && boxes.Read(hdlr, most: 12) is { Length: 12 } said
                ? IsoBoxes.Shown(said.AsSpan(8))
                : "";
        var head = boxes.Find(media, "mdhd") is { } mdhd ? boxes.Read(mdhd, most: 32) : [];
        var entry = boxes.Find(table, "stsd") is { } stsd ? boxes.In(stsd, offset: 8).Cast<IsoBox?>().FirstOrDefault() : null;
        var shown = boxes.Find(track, "tkhd") is { } tkhd ? SizeOf(boxes.Read(tkhd, most: 96)) : default;

        return handler switch
        {
            "vide" => Picture(boxes, entry, head, shown, SamplesIn(boxes, table)),
            "soun" => Sound(boxes, entry, head),
            _ => new(handler, "", 0, 0, 0, 0, 0),
        };
    }

    /// <summary>Of the head of a movie or of a track's media; 0 when it says nothing.</summary>
    public static double SecondsOf(ReadOnlySpan<byte> head)
    {
        var (scaleAt, isLong) = head is [1, ..] ? (20, true) : (12, false);
        if (head.Length < scaleAt + (isLong ? 12 : 8))
            return 0;
        var scale = BinaryPrimitives.ReadUInt32BigEndian(head[scaleAt..]);
        double length = isLong
            ? BinaryPrimitives.ReadUInt64BigEndian(head[(scaleAt + 4)..])
            : BinaryPrimitives.ReadUInt32BigEndian(head[(scaleAt + 4)..]);
        return scale == 0 ? 0 : length / scale;
    }

    private static MediaTrack Picture(IsoBoxes boxes, IsoBox? entry, byte[] head, (int Width, int Height, bool Lies) shown, long samples)
    {
        var codec = entry?.Type switch
        {
            "avc1" or "avc3" => "h264",
            "hvc1" or "hev1" => "hevc",
            var other => other?.Trim() ?? "missing",
        };
        var (width, height) = (shown.Width, shown.Height);
        if ((width == 0 || height == 0) && entry is { } at && boxes.Read(at, most: 4, offset: 32 - SampleEntryHead) is { Length: 4 } stored)
            (width, height) = (BinaryPrimitives.ReadUInt16BigEndian(stored), BinaryPrimitives.ReadUInt16BigEndian(stored.AsSpan(2)));
        return new("vide", codec, SecondsOf(head), samples, shown.Lies ? height : width, shown.Lies ? width : height, 0);
    }

    private static MediaTrack Sound(IsoBoxes boxes, IsoBox? entry, byte[] head)
    {
        const int rateAt = 32 - SampleEntryHead;
        var scale = head is [1, ..] ? 20 : 12; // where a track has its time scale, which of sound is its rate
        var rate = head.Length >= scale + 4 ? BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(scale)) : 0;
        if (
            entry is { } at
            && boxes.Read(at, most: 2, offset: rateAt) is { Length: 2 } stored
            && BinaryPrimitives.ReadUInt16BigEndian(stored) is > 0 and var said
        )
            rate = said;
        var codec = entry is { Type: "mp4a" } mp4a ? AacOrNot(boxes, mp4a) : entry?.Type.Trim() ?? "missing";
        return new("soun", codec, SecondsOf(head), 0, 0, 0, (int)Math.Min(rate, int.MaxValue));
    }

    /// <summary>What is in an "mp4a" a descriptor says by a number; AAC where none is there.</summary>
    private static string AacOrNot(IsoBoxes boxes, IsoBox entry)
    {
        const int versionAt = 16 - SampleEntryHead;
        var version = boxes.Read(entry, most: 2, offset: versionAt) is [_, var low] ? low : 0;
        var childrenAt =
            36
            - SampleEntryHead
            + (
                version == 1 ? 16
                : version == 2 ? 36
                : 0
            ); // QuickTime's longer forms
        var described =
            FirstIn(boxes, entry, childrenAt, "esds")
            ?? (FirstIn(boxes, entry, childrenAt, "wave") is { } wave ? boxes.Find(wave, "esds") : null);
        var type = described is { } esds ? ObjectType(boxes.Read(esds, most: 64)) : Mpeg4Audio;
        return type is Mpeg4Audio or (>= FirstMpeg2Aac and <= LastMpeg2Aac) ? "aac" : $"mp4a.{type:x2}";
    }

    private static IsoBox? FirstIn(IsoBoxes boxes, IsoBox entry, int offset, string type) =>
        entry.From + offset < entry.To ? boxes.In(entry, offset).Cast<IsoBox?>().FirstOrDefault(box => box!.Value.Type == type) : null;

    /// <summary>Skips the head of the elementary stream's descriptor (3) to that of its decoder (4), whose first byte it is.</summary>
    private static byte ObjectType(ReadOnlySpan<byte> esds)
    {
        const byte streamTag = 3;
        const byte decoderTag = 4;
        var at = 4; // behind version and flags
        if (!Enter(esds, streamTag, ref at) || at + 3 > esds.Length)
            return 0;
        var flags = esds[at + 2];
        at += 3 + ((flags & 0x80) != 0 ? 2 : 0) + ((flags & 0x20) != 0 ? 2 : 0);
        return Enter(esds, decoderTag, ref at) && at < esds.Length ? esds[at] : (byte)0;
    }

    /// <summary>Over a descriptor's tag and its length, whose bytes but the last have the top bit set.</summary>
    private static bool Enter(ReadOnlySpan<byte> bytes, byte tag, ref int at)
    {
        if (at >= bytes.Length || bytes[at++] != tag)
            return false;
        while (at < bytes.Length && (bytes[at] & 0x80) != 0)
            at++;
        return ++at <= bytes.Length;
    }

    private static long SamplesIn(IsoBoxes boxes, IsoBox? table) =>
        (boxes.Find(table, "stsz") ?? boxes.Find(table, "stz2")) is { } sizes
        && boxes.Read(sizes, most: 4, offset: 8) is { Length: 4 } count
            ? BinaryPrimitives.ReadUInt32BigEndian(count)
            : 0;

    /// <summary>The size a track is shown at, and whether its matrix lays it on its side.</summary>
    private static (int Width, int Height, bool Lies) SizeOf(ReadOnlySpan<byte> head)
    {
        var matrixAt = head is [1, ..] ? 52 : 40;
        var sizeAt = matrixAt + 36;
        if (head.Length < sizeAt + 8)
            return default;
        var lies =
            BinaryPrimitives.ReadInt32BigEndian(head[matrixAt..]) == 0
            && BinaryPrimitives.ReadInt32BigEndian(head[(matrixAt + 4)..]) != 0
            && BinaryPrimitives.ReadInt32BigEndian(head[(matrixAt + 16)..]) == 0;
        // 16.16 fixed point.
        return (BinaryPrimitives.ReadUInt16BigEndian(head[sizeAt..]), BinaryPrimitives.ReadUInt16BigEndian(head[(sizeAt + 4)..]), lies);
    }
}
