using SkiaSharp;

namespace Campaigns.Integrations.Media;

/// <summary>The shapes that a place takes, 320 to 1,440 pixels wide.</summary>
/// <param name="Tallest">As a fraction, so that a border case is decided exactly.</param>
internal sealed record FeedShape((long Width, long Height) Tallest)
{
    /// <summary>Photos and carousels: 4:5 to 1.91:1.</summary>
    public static FeedShape Feed { get; } = new((4, 5));

    /// <summary>Stories, which fill a phone's screen: 9:16 to 1.91:1.</summary>
    public static FeedShape Story { get; } = new((9, 16));

    private const int Narrowest = 320;
    private const int Widest = 1_440;

    private static readonly (long Width, long Height) Flattest = (191, 100);

    public bool Takes(int width, int height) =>
        width is >= Narrowest and <= Widest && !IsTooTall(width, height) && !IsTooFlat(width, height);

    /// <summary>What is left of a picture when as little as possible is cut off, the same on both sides.</summary>
    public SKRectI Crop(int width, int height)
    {
        var (w, h) =
            IsTooTall(width, height) ? (width, Math.Max(1, width * Tallest.Height / Tallest.Width))
            : IsTooFlat(width, height) ? (Math.Max(1, height * Flattest.Width / Flattest.Height), (long)height)
            : (width, height);
        return SKRectI.Create((int)((width - w) / 2), (int)((height - h) / 2), (int)w, (int)h);
    }

    /// <summary>The size that a cropped picture is scaled to. Rounding never leads out of what is allowed.</summary>
    public SKSizeI Fit(SKSizeI cropped)
    {
        long width = Math.Clamp(cropped.Width, Narrowest, Widest);
        var height = (long)Math.Round((double)width * cropped.Height / cropped.Width, MidpointRounding.AwayFromZero);
        var least = (width * Flattest.Height + Flattest.Width - 1) / Flattest.Width;
        var most = width * Tallest.Height / Tallest.Width;
        return new((int)width, (int)Math.Clamp(height, least, most));
    }

    private bool IsTooTall(long width, long height) => width * Tallest.Height < height * Tallest.Width;

    private static bool IsTooFlat(long width, long height) => width * Flattest.Height > height * Flattest.Width;
}
