namespace Campaigns.Domain.Media;

/// <summary>How an MP4 or MOV file begins: with a box, whose four letters stand behind its length.</summary>
public static class VideoSignature
{
    /// <summary>How many bytes of a file it takes to tell.</summary>
    public const int Length = 8;

    /// <summary>Whether a file that begins so is an MP4 or a MOV, or pretends to be.</summary>
    public static bool Matches(ReadOnlySpan<byte> head)
    {
        if (head.Length < Length)
            return false;
        var type = head[4..8];
        // Old QuickTime files name no brand, and begin with the movie itself, its data, or room left free.
        return type.SequenceEqual("ftyp"u8)
            || type.SequenceEqual("moov"u8)
            || type.SequenceEqual("mdat"u8)
            || type.SequenceEqual("wide"u8)
            || type.SequenceEqual("free"u8)
            || type.SequenceEqual("skip"u8);
    }
}
