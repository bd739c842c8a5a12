using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>
/// Draws a picture anew for the feed: upright, cropped, scaled, on white, sRGB, as a JPEG without metadata. The same picture always gives the
/// same bytes.
/// </summary>
internal static class FeedPicture
{
    public const long LargestFile = 8_000_000;

    private static readonly int[] Qualities = [92, 85, 75, 60, 40];

    /// <summary>Null when the picture cannot be decoded, wholly, or made small enough.</summary>
    public static byte[]? Make(SKData original, FeedShape shape)
    {
        using var codec = SKCodec.Create(original);
        using var stored = codec is null ? null : Decode(codec);
        if (stored is null)
            return null;
        using var upright = Turn(stored, codec!.EncodedOrigin);
        using var drawn = Draw(upright, shape);
        return Qualities.Select(quality => Encode(drawn, quality)).FirstOrDefault(jpeg => jpeg.Length <= LargestFile);
    }

    /// <summary>Whether the whole picture is there.</summary>
    public static bool IsWhole(SKData original)
    {
        using var codec = SKCodec.Create(original);
        using var decoded = codec is null ? null : Decode(codec);
        return decoded is not null;
    }

    /// <summary>Colours are brought to sRGB while decoding.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var info = new SKImageInfo(
            codec.Info.Width,
            codec.Info.Height,
            SKColorType.Rgba8888,
            SKAlphaType.Premul,
            SKColorSpace.CreateSrgb()
        );
        var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose(); // a picture of which half is missing is none
        return null;
    }

    /// <summary>Undoes the way the camera was held. The same bitmap when it was held upright.</summary>
    private static SKBitmap Turn(SKBitmap stored, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
            return stored;
        var (w, h) = (stored.Width, stored.Height);
        var lies = (int)origin >= (int)SKEncodedOrigin.LeftTop;
        var upright = new SKBitmap(stored.Info.WithSize(lies ? h : w, lies ? w : h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(
            origin switch
            {
                SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
                SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
                SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
                SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
                SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
                _ => SKMatrix.Identity,
            }
        );
        canvas.DrawBitmap(stored, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    private static SKBitmap Draw(SKBitmap upright, FeedShape shape)
    {
        var crop = shape.Crop(upright.Width, upright.Height);
        var size = shape.Fit(crop.Size);
        var drawn = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Opaque, upright.ColorSpace));
        using var canvas = new SKCanvas(drawn);
        upright.SetImmutable(); // or it would be copied once more
        using var image = SKImage.FromBitmap(upright);
        canvas.Clear(SKColors.White);
        canvas.DrawImage(
            image,
            crop,
            SKRect.Create(size.Width, size.Height),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        return drawn;
    }

    private static byte[] Encode(SKBitmap drawn, int quality)
    {
        using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, quality);
        return jpeg.ToArray();
    }
}
