namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Cuts text without cutting a character in two.</summary>
internal static class WholeCharacters
{
    private const int LittleWord = 4;

    public static int Boundary(string text, int at) =>
        at <= 0 ? 0
        : at >= text.Length ? text.Length
        : char.IsLowSurrogate(text[at]) ? at - 1
        : at;

    /// <summary>At most so many characters, ended at a word where one ends late enough.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = text[..Boundary(text, most)];
        var space = cut.LastIndexOf(' ');
        return space > most / 2 ? cut[..space].TrimEnd(',', ';', ':', '–', ' ') : cut;
    }

    /// <summary>The same, ended where a thought ends, if one does: at a comma, and not at a little word that leads on.</summary>
    public static string Short(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var cut = Cut(text, most);
        if (cut.LastIndexOf(',') is var comma && comma > most / 3)
            return cut[..comma];
        while (cut.LastIndexOf(' ') is var space && space > most / 3 && cut.Length - space <= LittleWord)
            cut = cut[..space];
        return cut;
    }
}
