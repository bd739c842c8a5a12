using System.Buffers.Binary;

namespace Campaigns.Integrations.Media;

/// <summary>What the decoder does not tell about a JPEG.</summary>
internal static class JpegHeader
{
    /// <summary>Whether it is stored in inks (CMYK), which screens and platforms show in odd colours: then its frame has four components.</summary>
    public static bool IsInks(ReadOnlySpan<byte> jpeg)
    {
        const int firstSegment = 2;
        const int segmentHead = 4;
        const int componentsInFrame = 9;
        for (var at = firstSegment; at + segmentHead <= jpeg.Length && jpeg[at] == 0xFF; )
        {
            if (IsFrame(jpeg[at + 1]))
                return at + componentsInFrame < jpeg.Length && jpeg[at + componentsInFrame] == 4;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
        }
        return false;
    }

    /// <summary>SOF0 to SOF15, without the three in between that are something else.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
