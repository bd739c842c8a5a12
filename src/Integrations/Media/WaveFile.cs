using System.Buffers.Binary;
using Campaigns.Domain.Media;

namespace Campaigns.Integrations.Media;

/// <summary>Looks into a WAV file: a RIFF of chunks, of which one says how the samples are written and another holds them.</summary>
internal static class WaveFile
{
    private const int RiffHead = 12; // "RIFF", length, "WAVE"
    private const int ChunkHead = 8; // four letters, length
    private const int FormatLength = 16;
    private const ushort Plain = 1;
    private const ushort Extended = 0xFFFE; // plain samples as well, with more said of the channels

    /// <summary>Null when it is none, or none that plays.</summary>
    public static AudioFacts? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < RiffHead || !file[..4].SequenceEqual("RIFF"u8) || !file[8..RiffHead].SequenceEqual("WAVE"u8))
            return null;
        (int Channels, int Hz, int Frame)? format = null;
        for (var at = (long)RiffHead; at + ChunkHead <= file.Length; )
        {
            var chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var body = at + ChunkHead;
            if (body + length > file.Length)
                return null; // cut off
            if (chunk[..4].SequenceEqual("fmt "u8))
                format = length >= FormatLength ? Format(file[(int)body..]) : null;
            else if (chunk[..4].SequenceEqual("data"u8))
                return format is var (channels, hz, frame) && length >= frame
                    ? new("pcm", hz, channels, Math.Round(length / frame / (double)hz, 3))
                    : null;
            at = body + length + length % 2; // chunks begin at even places
        }
        return null;
    }

    private static (int Channels, int Hz, int Frame)? Format(ReadOnlySpan<byte> format)
    {
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(format);
        var channels = BinaryPrimitives.ReadUInt16LittleEndian(format[2..]);
        var hz = BinaryPrimitives.ReadUInt32LittleEndian(format[4..]);
        var frame = BinaryPrimitives.ReadUInt16LittleEndian(format[12..]);
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        return
            kind is Plain or Extended
            && channels is 1 or 2
            && hz is >= 8_000 and <= 192_000
            && bits is 8 or 16 or 24 or 32
            && frame == channels * bits / 8
            ? (channels, (int)hz, frame)
            : null;
    }
}
