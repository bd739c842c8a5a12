using System.Buffers.Binary;
using System.Text;

namespace Campaigns.Integrations.Media;

/// <summary>
/// Says inside a JPEG that a model made it, in the words that platforms look for: IPTC's digital source type, in an XMP packet.
/// </summary>
/// <remarks>https://cv.iptc.org/newscodes/digitalsourcetype/ and part 3 of the XMP specification, "JPEG".</remarks>
internal static class DigitalSource
{
    private const string ByAModel = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const int FirstSegment = 2; // behind the two bytes that every JPEG begins with
    private const byte Jfif = 0xE0;
    private const byte Application1 = 0xE1;

    private static readonly byte[] Segment = Make();

    /// <summary>The same picture with the mark in it.</summary>
    public static byte[] Mark(ReadOnlySpan<byte> jpeg)
    {
        var at = FirstSegment;
        if (jpeg.Length > FirstSegment + 4 && jpeg[FirstSegment] == 0xFF && jpeg[FirstSegment + 1] == Jfif)
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(FirstSegment + 2)..]); // which wants to be the first
        return [.. jpeg[..at], .. Segment, .. jpeg[at..]];
    }

    /// <summary>Whether the mark is in it.</summary>
    public static bool IsMarked(ReadOnlySpan<byte> jpeg) => jpeg.IndexOf(Segment) >= 0;

    private static byte[] Make()
    {
        byte[] packet =
        [
            .. "http://ns.adobe.com/xap/1.0/\0"u8,
            .. Encoding.UTF8.GetBytes(
                $"""
                <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="{ByAModel}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>
                """
            ),
        ];
        var segment = new byte[4 + packet.Length];
        segment[0] = 0xFF;
        segment[1] = Application1;
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(2 + packet.Length));
        packet.CopyTo(segment, 4);
        return segment;
    }
}
