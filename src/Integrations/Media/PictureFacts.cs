using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>What a picture's own bytes say about it; names and claims are not asked.</summary>
/// <param name="Format">JPEG, PNG or WebP.</param>
/// <param name="Width">Pixels, the way up that it is shown.</param>
/// <param name="Height">Pixels, the way up that it is shown.</param>
/// <param name="IsUpright">Whether it is stored the way up that it is shown.</param>
/// <param name="IsSrgb">Whether its colours are sRGB.</param>
internal sealed record PictureFacts(SKEncodedImageFormat Format, int Width, int Height, bool IsUpright, bool IsSrgb)
{
    public string ContentType => $"image/{Format.ToString().ToLowerInvariant()}";

    public string Extension => Format is SKEncodedImageFormat.Jpeg ? "jpg" : Format.ToString().ToLowerInvariant();

    /// <summary>Null when the bytes are no picture of a kind that we take.</summary>
    public static PictureFacts? Of(SKData bytes)
    {
        using var codec = SKCodec.Create(bytes);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
            return null;
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        // The origins are EXIF's numbers 1 to 8; from 5 on the picture lies on its side.
        var lies = (int)codec.EncodedOrigin >= (int)SKEncodedOrigin.LeftTop;
        return new(
            codec.EncodedFormat,
            lies ? height : width,
            lies ? width : height,
            codec.EncodedOrigin is SKEncodedOrigin.TopLeft,
            codec.Info.ColorSpace is null or { IsSrgb: true }
                && !(codec.EncodedFormat is SKEncodedImageFormat.Jpeg && JpegHeader.IsInks(bytes.Span))
        );
    }
}
