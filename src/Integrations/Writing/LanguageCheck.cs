using System.Text.RegularExpressions;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Integrations.Writing;

/// <summary>
/// Notices when everything is written in another language than the one ordered. It counts small words that one language has and its neighbours
/// have not, and speaks up only when another language is ahead by far: a wrong suspicion would cost a call.
/// </summary>
internal static partial class LanguageCheck
{
    private const int FewWords = 25;

    // Frequent words of a language that are rare or absent in the others here.
    private static readonly Dictionary<string, HashSet<string>> SmallWords = new()
    {
        ["en"] = ["the", "and", "with", "you", "your", "for", "is", "are", "this", "that", "of", "to", "our", "we", "from", "it"],
        ["pt"] = ["não", "com", "você", "uma", "para", "seu", "sua", "é", "mais", "são", "às", "ao", "dos", "das", "nosso", "nossa", "em"],
        ["es"] = ["el", "los", "las", "una", "con", "para", "tu", "y", "más", "es", "del", "nuestra", "nuestro", "en", "su", "lo"],
        ["fr"] = ["le", "les", "des", "une", "avec", "pour", "vous", "votre", "et", "est", "du", "nos", "dans", "notre", "sur", "au"],
        ["de"] = ["der", "die", "das", "und", "mit", "für", "ist", "ein", "eine", "dein", "ihr", "nicht", "wir", "auf", "zu", "im"],
        ["it"] = ["il", "gli", "una", "con", "per", "che", "è", "della", "del", "nostra", "nostro", "più", "di", "tuo", "sono", "nel"],
    };

    /// <summary>What to tell the model; null when nothing is amiss, or when it cannot be told.</summary>
    public static string? Fault(IEnumerable<DraftPost> drafts, string language)
    {
        var ordered = language.Split('-')[0].ToLowerInvariant();
        var words = Word.Matches(string.Join('\n', drafts.Select(Said)).ToLowerInvariant()).Select(word => word.Value).ToList();
        if (words.Count < FewWords || !SmallWords.ContainsKey(ordered))
            return null;
        var counts = SmallWords.ToDictionary(known => known.Key, known => words.Count(known.Value.Contains));
        var (best, most) = counts.MaxBy(count => count.Value);
        return best != ordered && most * 10 >= words.Count && counts[ordered] * 3 < most
            ? $"It is written in another language (it reads like '{best}'); write all of it in '{language}'."
            : null;
    }

    private static string Said(DraftPost draft) =>
        string.Join(
            '\n',
            [draft.Text.Caption, draft.Script?.Hook, draft.Script?.Narration, .. (draft.Script?.Slides ?? []).Select(slide => slide.Words)]
        );

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
