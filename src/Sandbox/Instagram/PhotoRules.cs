using SkiaSharp;

namespace Campaigns.Sandbox.Instagram;

/// <summary>What a picture must be: a JPEG that really decodes, of at most 8 MiB, in the feed between 4:5 and 1.91:1.</summary>
internal static class PhotoRules
{
    public const int MostBytes = 8 * 1024 * 1024;

    private const double Rounding = 0.001;

    /// <summary>Whether the picture says of itself that a model made it: then people are told ("AI info").</summary>
    /// <remarks>https://cv.iptc.org/newscodes/digitalsourcetype/, in the picture's XMP.</remarks>
    public static bool SaysAiMade(byte[] bytes) =>
        bytes.AsSpan().IndexOf("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"u8) >= 0;

    public static void Check(byte[] bytes, bool forFeed)
    {
        if (bytes.Length > MostBytes)
            throw GraphErrors.ImageTooBig();

        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data) ?? throw GraphErrors.FormatUnsupported("unknown");
        if (codec.EncodedFormat != SKEncodedImageFormat.Jpeg)
            throw GraphErrors.FormatUnsupported(codec.EncodedFormat.ToString());
        using var pixels = new SKBitmap(codec.Info);
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) != SKCodecResult.Success)
            throw GraphErrors.FormatUnsupported("of a damaged JPEG");

        var ratio = (double)codec.Info.Width / codec.Info.Height;
        if (forFeed && ratio is < 0.8 - Rounding or > 1.91 + Rounding)
            throw GraphErrors.RatioNotAllowed(codec.Info.Width, codec.Info.Height);
    }
}
