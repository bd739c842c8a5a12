using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>The sentences in which a brief tells its facts, without labels and without orders to the writer.</summary>
internal static partial class Prose
{
    private const int Longest = 260;

    public static IReadOnlyList<string> Of(string text) =>
        [
            .. Sentence
                .Matches(text)
                .Select(match => match.Value.Trim(' ', '-', '*', '•', '\t'))
                .Where(one => one.Length <= Longest && one.Count(letter => letter == ' ') >= 3 && !Unfit.IsMatch(one))
                .Select(one => ".!?…".Contains(one[^1]) ? one : one + ".")
                .Select(one => char.ToUpperInvariant(one[0]) + one[1..]), // what was spoken begins anyhow
        ];

    // A point after a number of one or two digits ends no sentence: "am 5. Dezember".
    [GeneratedRegex(@"[^.!?…\n]+(?:(?:[.!?…](?!\s|$)|(?<=\b\d{1,2})\.(?=\s+\p{Lu}))[^.!?…\n]*)*[.!?…]?")]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(
        @"^[\p{L}_ ]{2,24}[""']?\**\s*[:=]|[{}<>\[\]#]|^(?:write|create|generate|draft|make|use|keep|escreva|escreve|crie|cria|gere|use|schreib|erstelle|verwende|escribe|crea|genera|usa)\w*\b|\b(?:posts?|captions?|hashtags?|instagram|json|legendas?|publicaciones|publicações|beiträge)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unfit { get; }
}
