namespace Campaigns.Sandbox.Gemini.Drawing;

/// <summary>Capital letters of 5 by 7 dots: a machine without any fonts draws the same poster.</summary>
internal static class PixelFont
{
    public const int Width = 5;
    public const int Height = 7;

    /// <summary>Each row of a letter is a byte, its lowest five bits the dots from left to right.</summary>
    private const string Drawn = """
        A:0E11111F111111 B:1E11111E11111E C:0E11101010110E D:1E11111111111E E:1F10101E10101F F:1F10101E101010
        G:0E11101711110F H:1111111F111111 I:0E04040404040E J:0702020202120C K:11121418141211 L:1010101010101F
        M:111B1515111111 N:11111915131111 O:0E11111111110E P:1E11111E101010 Q:0E11111115120D R:1E11111E141211
        S:0F10100E01011E T:1F040404040404 U:1111111111110E V:11111111110A04 W:11111115151B11 X:11110A040A1111
        Y:11110A04040404 Z:1F01020408101F 0:0E11131519110E 1:040C040404040E 2:0E11010204081F 3:1F02040201110E
        4:02060A121F0202 5:1F101E0101110E 6:0608101E11110E 7:1F010204080808 8:0E11110E11110E 9:0E11110F01020C
        .:00000000000C0C ,:000000000C0408 -:0000000E000000 ':04040800000000 !:04040404040004 ?:0E110102040004
        &:0C12140815120D #:0A0A1F0A1F0A0A /:00010204081000
        """;

    private const string Accented = "ÁÀÂÃÄÅÉÈÊËÍÌÎÏÓÒÔÕÖÚÙÛÜÇÑ";
    private const string Plain = "AAAAAAEEEEIIIIOOOOOUUUUCN";
    private const string Marks = "´`^~¨^´`^¨´`^¨´`^~¨´`^¨¸~";

    private static readonly Dictionary<char, byte[]> Glyphs = Drawn
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(glyph => glyph[0], glyph => Convert.FromHexString(glyph[2..]));

    /// <summary>The text as this font can write it.</summary>
    public static string Writable(string text) =>
        string.Concat(
            text.ToUpperInvariant()
                .Replace("ß", "SS", StringComparison.Ordinal)
                .Where(one => one == ' ' || Accented.Contains(one) || Glyphs.ContainsKey(one))
        );

    /// <summary>The dots of a letter: columns 0 to 4, rows 0 to 6, accents in the two rows above or below.</summary>
    public static IEnumerable<(int X, int Y)> Dots(char letter)
    {
        var accent = Accented.IndexOf(letter);
        if (!Glyphs.TryGetValue(accent < 0 ? letter : Plain[accent], out var rows))
            return [];
        var dots = rows.SelectMany((row, y) => Row(row, y));
        return accent < 0 ? dots : dots.Concat(Mark(Marks[accent]));
    }

    private static IEnumerable<(int X, int Y)> Mark(char mark) =>
        mark switch
        {
            '´' => [.. Row(0x02, -3), .. Row(0x04, -2)],
            '`' => [.. Row(0x08, -3), .. Row(0x04, -2)],
            '^' => [.. Row(0x04, -3), .. Row(0x0A, -2)],
            '~' => [.. Row(0x0D, -3), .. Row(0x12, -2)],
            '¨' => Row(0x0A, -2),
            _ => [.. Row(0x04, 7), .. Row(0x08, 8)],
        };

    private static IEnumerable<(int X, int Y)> Row(byte bits, int y) =>
        Enumerable.Range(0, Width).Where(x => (bits >> (Width - 1 - x) & 1) == 1).Select(x => (x, y));
}
