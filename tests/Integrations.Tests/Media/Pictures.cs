using System.Buffers.Binary;
using SkiaSharp;

namespace Campaigns.Integrations.Tests.Media;

/// <summary>Pictures of every kind that people upload.</summary>
internal static class Pictures
{
    /// <summary>Red above, blue below.</summary>
    public static byte[] TwoHalves(
        int width,
        int height,
        SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg,
        SKColorSpace? colours = null
    )
    {
        using var bitmap = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, colours ?? SKColorSpace.CreateSrgb())
        );
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width, height / 2f, red);
        return Encode(bitmap, format);
    }

    public static byte[] Transparent(int width, int height)
    {
        using var bitmap = new SKBitmap(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb())
        );
        bitmap.Erase(SKColors.Transparent);
        return Encode(bitmap, SKEncodedImageFormat.Png);
    }

    /// <summary>The same JPEG, saying how the camera was held: EXIF's orientation, 1 to 8.</summary>
    public static byte[] Held(byte[] jpeg, byte orientation)
    {
        // A directory of one entry (0x0112, a short), and no other directory after it.
        byte[] exif = [.. "Exif\0\0MM\0*"u8, .. Hex($"00000008 0001 0112 0003 00000001 00{orientation:x2} 0000 00000000")];
        return [.. jpeg[..2], .. Hex($"FFE1 {exif.Length + 2:x4}"), .. exif, .. jpeg[2..]];
    }

    /// <summary>A grey JPEG in inks (CMYK), as programs save it for print. Every block has one value, the middle.</summary>
    public static byte[] Inks(int width, int height)
    {
        var noQuantisation = string.Concat(Enumerable.Repeat("01", 64));
        var oneCode = $"01 {string.Concat(Enumerable.Repeat("00", 15))} 00"; // "no difference" in the one table, "end of block" in the other
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        return
        [
            .. Hex($"FFD8 FFDB 0043 00 {noQuantisation}"),
            .. Hex($"FFC0 0014 08 {height:x4} {width:x4} 04 011100 021100 031100 041100"),
            .. Hex($"FFC4 0014 00 {oneCode} FFC4 0014 10 {oneCode}"),
            .. Hex("FFDA 000E 04 0100 0200 0300 0400 003F00"),
            .. new byte[blocks], // four components of two one-bit codes each
            .. Hex("FFD9"),
        ];
    }

    /// <summary>A small JPEG that claims to be a large one.</summary>
    public static byte[] Claiming(ushort width, ushort height)
    {
        var jpeg = TwoHalves(16, 16);
        var frame = FrameOf(jpeg);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), width);
        return jpeg;
    }

    /// <summary>How many values a dot of a JPEG has: 1 grey, 3 colours, 4 inks.</summary>
    public static int Components(byte[] jpeg) => jpeg[FrameOf(jpeg) + 9];

    public static SKColor At(byte[] picture, double x, double y)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return bitmap.GetPixel((int)(x * (bitmap.Width - 1)), (int)(y * (bitmap.Height - 1)));
    }

    private static int FrameOf(byte[] jpeg) => jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);

    private static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
