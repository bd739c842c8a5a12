using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Which language an answer should be in: as the prompt says, by name or code; else en, pt, de or es, as it is written.</summary>
internal static partial class LanguageGuess
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "en",
        ["english"] = "en",
        ["inglês"] = "en",
        ["inglés"] = "en",
        ["englisch"] = "en",
        ["pt"] = "pt",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["portugués"] = "pt",
        ["portugiesisch"] = "pt",
        ["de"] = "de",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["alemão"] = "de",
        ["alemán"] = "de",
        ["es"] = "es",
        ["spanish"] = "es",
        ["español"] = "es",
        ["espanhol"] = "es",
        ["spanisch"] = "es",
    };

    private static readonly (string Language, HashSet<string> Words)[] Telltales =
    [
        ("en", ["the", "and", "for", "with", "our", "of", "is", "to", "we", "your", "are", "that", "this", "from"]),
        (
            "pt",
            [
                "não",
                "você",
                "para",
                "com",
                "uma",
                "dos",
                "das",
                "são",
                "mais",
                "nossa",
                "nosso",
                "que",
                "em",
                "do",
                "da",
                "até",
                "também",
                "é",
            ]
        ),
        (
            "de",
            ["und", "der", "die", "das", "für", "mit", "ein", "eine", "nicht", "auf", "wir", "unser", "unsere", "ist", "zum", "zur", "den"]
        ),
        ("es", ["con", "los", "las", "una", "para", "del", "más", "nuestro", "nuestra", "el", "en", "también", "que", "por", "y", "es"]),
    ];

    public static string Of(string prompt, string about, string instruction) =>
        Told(prompt) ?? Told(instruction) ?? Written(about) ?? Written(instruction) ?? "en";

    /// <summary>Whether the text's own sentences can stand in an answer in that language.</summary>
    public static bool IsWrittenIn(string language, string text) =>
        Written(text) == language || !Array.Exists(Telltales, one => one.Language == language); // nobody here can tell

    private static string? Told(string text)
    {
        foreach (Match match in Hint.Matches(text))
            if (Names.TryGetValue(match.Groups[1].Value.Split('-')[0], out var language))
                return language;
        return Code.Match(text) is { Success: true } code ? code.Groups[1].Value : null;
    }

    private static string? Written(string text)
    {
        var words = Word.Matches(text).Select(match => match.Value.ToLowerInvariant()).ToArray();
        var best = Telltales.Select(one => (one.Language, Hits: words.Count(one.Words.Contains))).MaxBy(one => one.Hits);
        return best.Hits == 0 ? null : best.Language;
    }

    [GeneratedRegex(
        @"(?:(?:language|locale|lang|idioma|língua|sprache)[""']?\**\s*[:=]\s*\**[""']?|\b(?:in|auf|em|en)\s+(?:[A-Za-z]+ )?)(\p{L}{2,14}(?:-[A-Za-z]{2,4})?)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Hint { get; }

    [GeneratedRegex(@"\b(?:language|Language|locale|Locale)[""']?\**\s*[:=]\s*\**[""']?([a-z]{2,3})(?:-[A-Za-z0-9]{2,4})*\b(?![-\p{L}])")]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
