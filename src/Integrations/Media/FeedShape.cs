using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>The shapes that a feed takes: 4:5 to 1.91:1, 320 to 1,440 pixels wide.</summary>
internal static class FeedShape
{
    private const int Narrowest = 320;
    private const int Widest = 1_440;

    // As fractions, so that a border case is decided exactly: 4/5 and 191/100.
    private static readonly (long Width, long Height) Tallest = (4, 5);
    private static readonly (long Width, long Height) Flattest = (191, 100);

    public static bool Takes(int width, int height) =>
        width is >= Narrowest and <= Widest && !IsTooTall(width, height) && !IsTooFlat(width, height);

    /// <summary>What is left of a picture when as little as possible is cut off, the same on both sides.</summary>
    public static SKRectI Crop(int width, int height)
    {
        var (w, h) =
            IsTooTall(width, height) ? (width, Math.Max(1, width * Tallest.Height / Tallest.Width))
            : IsTooFlat(width, height) ? (Math.Max(1, height * Flattest.Width / Flattest.Height), (long)height)
            : (width, height);
        return SKRectI.Create((int)((width - w) / 2), (int)((height - h) / 2), (int)w, (int)h);
    }

    /// <summary>The size that a cropped picture is scaled to. Rounding never leads out of what is allowed.</summary>
    public static SKSizeI Fit(SKSizeI cropped)
    {
        long width = Math.Clamp(cropped.Width, Narrowest, Widest);
        var height = (long)Math.Round((double)width * cropped.Height / cropped.Width, MidpointRounding.AwayFromZero);
        var least = (width * Flattest.Height + Flattest.Width - 1) / Flattest.Width;
        var most = width * Tallest.Height / Tallest.Width;
        return new((int)width, (int)Math.Clamp(height, least, most));
    }

    private static bool IsTooTall(long width, long height) => width * Tallest.Height < height * Tallest.Width;

    private static bool IsTooFlat(long width, long height) => width * Flattest.Height > height * Flattest.Width;
}
