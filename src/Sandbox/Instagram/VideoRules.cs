using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Sandbox.Instagram;

/// <summary>
/// What a video must be: an MP4 or MOV with H.264 or HEVC, and AAC or no sound, 23 to 60 frames a second, at most 1,920 pixels wide; a story 3 to
/// 60 seconds and 100 MB, any other 3 seconds to 15 minutes and 300 MB. Told from its boxes; nothing is decoded.
/// </summary>
internal static class VideoRules
{
    private const int Megabyte = 1_000_000;
    private const double Rounding = 0.1;

    private static readonly string[] VideoCodecs = ["avc1", "avc3", "hvc1", "hev1"];

    public static int MostBytes(bool isStory) => (isStory ? 100 : 300) * Megabyte;

    public static void Check(byte[] bytes, bool isStory)
    {
        if (bytes.Length > MostBytes(isStory))
            throw GraphErrors.VideoUnsupported("it is too large");
        var moov = Find(bytes, "moov");
        if (Find(bytes, "ftyp").IsEmpty && moov.IsEmpty)
            throw GraphErrors.VideoUnsupported("it is no MP4 or MOV");
        if (Find(bytes, "mdat").IsEmpty)
            throw GraphErrors.VideoUnsupported("it holds nothing");

        var seconds = Seconds(Find(moov, "mvhd"));
        if (seconds < 3 - Rounding || seconds > (isStory ? 60 : 900) + Rounding)
            throw GraphErrors.VideoUnsupported($"it lasts {seconds:0.##} s");
        var hasPicture = false;
        for (var at = 0; Next(moov, ref at, out var type, out var track); )
            if (type == "trak")
                hasPicture |= CheckTrack(track);
        if (!hasPicture)
            throw GraphErrors.VideoUnsupported("it has no picture");
    }

    /// <summary>Whether it is a picture track.</summary>
    private static bool CheckTrack(ReadOnlyMemory<byte> track)
    {
        var media = Find(track, "mdia");
        var table = Find(Find(media, "minf"), "stbl");
        var handler = Text(Find(media, "hdlr"), 8);
        var codec = Text(Find(table, "stsd"), 12);
        if (handler == "soun" && codec != "mp4a")
            throw GraphErrors.VideoUnsupported($"its sound is {codec}");
        if (handler != "vide")
            return false;
        if (!VideoCodecs.Contains(codec))
            throw GraphErrors.VideoUnsupported($"its codec is {codec}");
        var rate = Number(Find(table, "stsz"), 8) / Seconds(Find(media, "mdhd"));
        if (!(rate is >= 23 - Rounding and <= 60 + Rounding))
            throw GraphErrors.VideoUnsupported($"it has {rate:0.##} frames a second");
        var head = Find(track, "tkhd");
        if (Number(head, head.Span is [1, ..] ? 88 : 76) >> 16 is var width and > 1920)
            throw GraphErrors.VideoUnsupported($"it is {width} pixels wide");
        return true;
    }

    private static double Seconds(ReadOnlyMemory<byte> head) =>
        head.Span is [1, ..] ? (double)Number(head, 28) / Number(head, 20) : (double)Number(head, 16) / Number(head, 12);

    private static uint Number(ReadOnlyMemory<byte> box, int at) =>
        box.Length >= at + 4 ? BinaryPrimitives.ReadUInt32BigEndian(box.Span[at..]) : throw GraphErrors.VideoUnsupported("it is damaged");

    private static string Text(ReadOnlyMemory<byte> box, int at) =>
        box.Length >= at + 4 ? Encoding.Latin1.GetString(box.Span.Slice(at, 4)) : throw GraphErrors.VideoUnsupported("it is damaged");

    /// <summary>The content of the first box of a type; empty when there is none.</summary>
    private static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> boxes, string wanted)
    {
        for (var at = 0; Next(boxes, ref at, out var type, out var content); )
            if (type == wanted)
                return content;
        return default;
    }

    private static bool Next(ReadOnlyMemory<byte> boxes, ref int at, out string type, out ReadOnlyMemory<byte> content)
    {
        (type, content) = ("", default);
        if (boxes.Length - at < 8)
            return false;
        long length = BinaryPrimitives.ReadUInt32BigEndian(boxes.Span[at..]);
        var head = length == 1 ? 16 : 8;
        if (length == 1 && boxes.Length - at >= 16)
            length = BinaryPrimitives.ReadInt64BigEndian(boxes.Span[(at + 8)..]);
        else if (length == 0)
            length = boxes.Length - at;
        if (length < head || length > boxes.Length - at)
            throw GraphErrors.VideoUnsupported("it is damaged");
        type = Encoding.Latin1.GetString(boxes.Span.Slice(at + 4, 4));
        content = boxes.Slice(at + head, (int)length - head);
        at += (int)length;
        return true;
    }
}
