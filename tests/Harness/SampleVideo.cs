using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Harness;

/// <summary>
/// A short silent video, written box by box: a still gradient, H.264 with one picture in plain samples and then frames that repeat it. Small, the
/// same each time, and of our own making. What is asked for beyond that is only claimed by its boxes.
/// </summary>
public sealed record SampleVideo
{
    private const int Timescale = 12_000;

    /// <summary>Pixels; a multiple of 16.</summary>
    public int Width { get; init; } = 144;

    /// <summary>Pixels; a multiple of 16.</summary>
    public int Height { get; init; } = 256;

    /// <summary>How long it plays.</summary>
    public double Seconds { get; init; } = 4;

    /// <summary>Frames a second.</summary>
    public double FramesPerSecond { get; init; } = 24;

    /// <summary>Four letters: <c>isom</c> for MP4, <c>qt  </c> for MOV.</summary>
    public string Brand { get; init; } = "isom";

    /// <summary>Four letters of the picture's codec.</summary>
    public string Codec { get; init; } = "avc1";

    /// <summary>The object type of a sound track, such as 0x40 for AAC; null for silence.</summary>
    public byte? Sound { get; init; }

    /// <summary>Samples a second of that track.</summary>
    public int SoundHz { get; init; } = 48_000;

    /// <summary>Whether it lies on its side, as phones store it: shown, it is as high as it is wide here.</summary>
    public bool LiesOnItsSide { get; init; }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        var picture = new StillPicture(Width, Height);
        var frames = (int)Math.Round(Seconds * FramesPerSecond);
        List<byte[]> samples = [picture.First(), .. Enumerable.Range(1, frames - 1).Select(picture.Again)];
        var brands = Box("ftyp", Word(Brand), U32(512), Word(Brand), Word("avc1"));
        var length = Movie(picture, samples, 0).Length; // where the samples begin is a number of fixed length
        return [.. brands, .. Movie(picture, samples, (uint)(brands.Length + length + 8)), .. Box("mdat", [.. samples])];
    }

    private byte[] Movie(StillPicture picture, List<byte[]> samples, uint samplesAt)
    {
        var length = (uint)Math.Round(Seconds * Timescale);
        byte[] head = Box(
            "mvhd",
            U32(0, 0, 0, Timescale, length, 0x10000),
            U16(0x100, 0),
            U32(0, 0),
            Matrix(false),
            U32(0, 0, 0, 0, 0, 0, 3)
        );
        return Box("moov", head, PictureTrack(picture, samples, samplesAt, length), Sound is { } type ? SoundTrack(type, length) : []);
    }

    private byte[] PictureTrack(StillPicture picture, List<byte[]> samples, uint samplesAt, uint length)
    {
        byte[] entry = Box(
            Codec,
            U16(0, 0, 0, 1),
            U32(0, 0, 0, 0),
            U16((ushort)Width, (ushort)Height),
            U32(0x480000, 0x480000, 0),
            U16(1),
            new byte[32],
            U16(24, 0xFFFF),
            Box("avcC", picture.Configuration())
        );
        byte[] table =
        [
            .. Box("stsd", U32(0, 1), entry),
            .. Box("stts", U32(0, 1, (uint)samples.Count, (uint)Math.Round(length / (double)samples.Count))),
            .. Box("stss", U32(0, 1, 1)),
            .. Box("stsc", U32(0, 1, 1, (uint)samples.Count, 1)),
            .. Box("stsz", U32(0, 0, (uint)samples.Count), U32([.. samples.Select(sample => (uint)sample.Length)])),
            .. Box("stco", U32(0, 1, samplesAt)),
        ];
        return Track(1, "vide", length, Timescale, length, Width, Height, Box("vmhd", U32(1, 0, 0)), table);
    }

    private byte[] SoundTrack(byte type, uint length)
    {
        byte[] decoder = [4, 13, type, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        byte[] described = Box("esds", U32(0), [3, (byte)(3 + decoder.Length), 0, 1, 0], decoder);
        byte[] entry = Box(
            "mp4a",
            U16(0, 0, 0, 1),
            U32(0, 0),
            U16(2, 16, 0, 0),
            U16((ushort)Math.Min(SoundHz, ushort.MaxValue), 0),
            described
        );
        byte[] table =
        [
            .. Box("stsd", U32(0, 1), entry),
            .. Box("stts", U32(0, 0)),
            .. Box("stsc", U32(0, 0)),
            .. Box("stsz", U32(0, 0, 0)),
            .. Box("stco", U32(0, 0)),
        ];
        return Track(2, "soun", length, (uint)SoundHz, (uint)(Seconds * SoundHz), 0, 0, Box("smhd", U32(0, 0)), table);
    }

    private byte[] Track(
        uint id,
        string handler,
        uint length,
        uint scale,
        uint mediaLength,
        int width,
        int height,
        byte[] kind,
        byte[] table
    ) =>
        Box(
            "trak",
            Box(
                "tkhd",
                U32(7, 0, 0, id, 0, length, 0, 0),
                U16(0, 0, 0, 0),
                Matrix(LiesOnItsSide),
                U32((uint)width << 16, (uint)height << 16)
            ),
            Box(
                "mdia",
                Box("mdhd", U32(0, 0, 0, scale, mediaLength), U16(0x55C4, 0)),
                Box("hdlr", U32(0, 0), Word(handler), U32(0, 0, 0), [0]),
                Box("minf", kind, Box("dinf", Box("dref", U32(0, 1), Box("url ", U32(1)))), Box("stbl", table))
            )
        );

    /// <summary>A box of these contents, one behind the other.</summary>
    public static byte[] Box(string type, params byte[][] content) =>
        [.. U32((uint)(8 + content.Sum(part => part.Length))), .. Word(type), .. content.SelectMany(part => part)];

    private static byte[] Matrix(bool turned) =>
        turned ? U32(0, 0x10000, 0, 0xFFFF0000, 0, 0, 0, 0, 0x40000000) : U32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

    private static byte[] Word(string letters) => Encoding.ASCII.GetBytes(letters);

    private static byte[] U16(params ushort[] numbers) => [.. numbers.SelectMany(number => (byte[])[(byte)(number >> 8), (byte)number])];

    private static byte[] U32(params uint[] numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), numbers[i]);
        return bytes;
    }
}
