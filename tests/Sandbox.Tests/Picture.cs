using SkiaSharp;

namespace Campaigns.Sandbox.Tests;

/// <summary>Pictures to upload: speckled, so that they weigh something.</summary>
internal static class Picture
{
    public static byte[] Jpeg(int width, int height, int quality = 85) => Encode(width, height, SKEncodedImageFormat.Jpeg, quality);

    public static byte[] Png(int width, int height) => Encode(width, height, SKEncodedImageFormat.Png, 100);

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        var noise = 12345u;
        foreach (ref var one in bitmap.GetPixelSpan())
        {
            noise = noise * 1664525 + 1013904223;
            one = (byte)(noise >> 24);
        }
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}
