using System.Buffers.Binary;
using System.Text;
using Campaigns.Sandbox.Gemini.Copy;
using Campaigns.Sandbox.Gemini.Drawing;

namespace Campaigns.Sandbox.Filming;

/// <summary>A clip that plays: the poster of its prompt, standing still at 24 frames a second, with a track of silence, as MP4.</summary>
internal sealed class Clip(int width, int height, int seconds, Brief brief)
{
    private const int FramesPerSecond = 24;
    private const int Timescale = 12_000;
    private const int SoundHz = 48_000;
    private const int SamplesPerSound = 1024;

    // AAC, one channel, no band that sounds: an element of zeros, and its end.
    private static readonly byte[] Silence = [0, 0, 0, 7];

    public byte[] Bytes()
    {
        using var poster = Poster.Paint(width, height, brief);
        var film = new StillFilm(poster);
        List<byte[]> frames = [film.First(), .. Enumerable.Range(1, (seconds * FramesPerSecond) - 1).Select(film.Again)];
        byte[][] sounds = [.. Enumerable.Repeat(Silence, seconds * SoundHz / SamplesPerSound)];
        var brands = Box("ftyp", Word("isom"), U32(512), Word("isom"), Word("avc1"));
        var soundAfter = frames.Sum(frame => frame.Length);
        byte[] Movie(int at) => this.Movie(film, frames, sounds, (uint)at, (uint)(at + soundAfter));
        var length = Movie(0).Length; // where the samples begin is a number of fixed length
        return [.. brands, .. Movie(brands.Length + length + 8), .. Box("mdat", [.. frames, .. sounds])];
    }

    private byte[] Movie(StillFilm film, List<byte[]> frames, byte[][] sounds, uint framesAt, uint soundsAt)
    {
        var length = (uint)(seconds * Timescale);
        var head = Box("mvhd", U32(0, 0, 0, Timescale, length, 0x10000), U16(0x100, 0), U32(0, 0), Matrix, U32(0, 0, 0, 0, 0, 0, 3));
        var seen = Box(
            "avc1",
            U16(0, 0, 0, 1),
            U32(0, 0, 0, 0),
            U16((ushort)width, (ushort)height),
            U32(0x480000, 0x480000, 0),
            U16(1),
            new byte[32],
            U16(24, 0xFFFF),
            Box("avcC", film.Configuration())
        );
        byte[] decoder = [4, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 2, 0x11, 0x88];
        byte[] described = Box("esds", U32(0), [3, (byte)(3 + decoder.Length + 3), 0, 2, 0], decoder, [6, 1, 2]);
        var heard = Box("mp4a", U16(0, 0, 0, 1), U32(0, 0), U16(1, 16, 0, 0), U16(SoundHz, 0), described);
        return Box(
            "moov",
            head,
            Track(
                1,
                "vide",
                Timescale,
                Box("vmhd", U32(1, 0, 0)),
                Table(seen, frames, Timescale / FramesPerSecond, framesAt, Box("stss", U32(0, 1, 1)))
            ),
            Track(2, "soun", SoundHz, Box("smhd", U32(0, 0)), Table(heard, sounds, SamplesPerSound, soundsAt, []))
        );
    }

    private static byte[] Table(byte[] entry, IReadOnlyList<byte[]> samples, uint each, uint at, byte[] keys) =>
        Box(
            "stbl",
            Box("stsd", U32(0, 1), entry),
            Box("stts", U32(0, 1, (uint)samples.Count, each)),
            keys,
            Box("stsc", U32(0, 1, 1, (uint)samples.Count, 1)),
            Box("stsz", U32(0, 0, (uint)samples.Count), U32([.. samples.Select(sample => (uint)sample.Length)])),
            Box("stco", U32(0, 1, at))
        );

    private byte[] Track(uint id, string handler, uint scale, byte[] kind, byte[] table)
    {
        var seen = handler == "vide";
        return Box(
            "trak",
            Box(
                "tkhd",
                U32(7, 0, 0, id, 0, (uint)(seconds * Timescale), 0, 0),
                U16(0, 0, (ushort)(seen ? 0 : 0x100), 0),
                Matrix,
                U32((uint)(seen ? width : 0) << 16, (uint)(seen ? height : 0) << 16)
            ),
            Box(
                "mdia",
                Box("mdhd", U32(0, 0, 0, scale, (uint)seconds * scale), U16(0x55C4, 0)),
                Box("hdlr", U32(0, 0), Word(handler), U32(0, 0, 0), [0]),
                Box("minf", kind, Box("dinf", Box("dref", U32(0, 1), Box("url ", U32(1)))), table)
            )
        );
    }

    private static byte[] Matrix => U32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

    private static byte[] Box(string type, params byte[][] content) =>
        [.. U32((uint)(8 + content.Sum(part => part.Length))), .. Word(type), .. content.SelectMany(part => part)];

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
