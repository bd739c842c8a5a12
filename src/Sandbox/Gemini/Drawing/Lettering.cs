using SkiaSharp;

namespace Campaigns.Sandbox.Gemini.Drawing;

/// <summary>Writes text into a frame, as large as it fits.</summary>
internal static class Lettering
{
    private const int Advance = PixelFont.Width + 1;
    private const int LineHeight = PixelFont.Height + 5; // room for accents

    public static void Write(SKCanvas canvas, string text, SKRect frame, SKColor ink)
    {
        var words = PixelFont.Writable(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var dot = Math.Max(1, (int)(frame.Height / LineHeight)); dot >= 1; dot--)
        {
            var lines = Wrap(words, (int)(frame.Width / (dot * Advance)));
            if (lines is null || lines.Count * LineHeight * dot > frame.Height && dot > 1)
                continue;
            Draw(canvas, lines, frame, dot, ink);
            return;
        }
    }

    /// <summary>Lines of at most so many letters; null when a word alone is longer.</summary>
    private static List<string>? Wrap(string[] words, int letters)
    {
        var lines = new List<string> { "" };
        foreach (var word in words)
        {
            if (word.Length > letters)
                return null;
            var joined = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (joined.Length <= letters)
                lines[^1] = joined;
            else
                lines.Add(word);
        }
        return lines;
    }

    private static void Draw(SKCanvas canvas, List<string> lines, SKRect frame, int dot, SKColor ink)
    {
        using var paint = new SKPaint { Color = ink };
        for (var row = 0; row < lines.Count; row++)
        for (var column = 0; column < lines[row].Length; column++)
            foreach (var (x, y) in PixelFont.Dots(lines[row][column]))
                canvas.DrawRect(frame.Left + (column * Advance + x) * dot, frame.Top + (row * LineHeight + 3 + y) * dot, dot, dot, paint);
    }
}
