namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Cuts text without cutting a character in two.</summary>
internal static class WholeCharacters
{
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
}
