using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>
/// What can be made out of a prompt: for whom, about what, in which language, in which colours, how many. <c>Product</c> is null when the
/// prompt names no subject and only tells about it; <c>Sentences</c> are its facts, in its own words.
/// </summary>
internal sealed partial record Brief(
    string Prompt,
    string Brand,
    string? Product,
    string Language,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<string> Colours,
    int? Count,
    uint Seed
)
{
    /// <summary>A few words for what it is about, for want of a name.</summary>
    public string Topic =>
        Product
        ?? (Sentences is [var first, ..] ? WholeCharacters.Cut(first.TrimEnd('.', '!', '?', '…'), 60) : string.Join(' ', Keywords.Take(2)));

    public static Brief From(string instruction, string prompt)
    {
        var about = PromptPart.Find(prompt, "brief") ?? (prompt.Length == 0 ? instruction : prompt);
        var brand =
            Labels.Find(PromptPart.Find(prompt, "brand") ?? "", Labels.Name)
            ?? Labels.Find(prompt, Labels.Brand)
            ?? Labels.Find(instruction, Labels.Brand)
            ?? Subject.Patron(about)
            ?? Named(about)
            ?? "Studio";
        var language = LanguageGuess.Of(prompt, about, instruction);
        var product = Labels.Find(about, Labels.Product) ?? Subject.Of(about);
        var keywords = Words.Telling(about, language).Where(word => !brand.Contains(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        return new(
            prompt,
            WholeCharacters.Cut(brand, 60),
            product is null ? null : WholeCharacters.Cut(product, 120),
            language,
            LanguageGuess.IsWrittenIn(language, about) ? Prose.Of(about) : [],
            keywords is [] ? [brand] : keywords,
            [.. Colour.Matches(prompt + "\n" + instruction).Select(match => match.Value).Distinct()],
            CountIn(prompt),
            Sandbox.Seed.Of(instruction + "\n" + prompt)
        );
    }

    /// <summary>How many of each the prompt orders: <c>Instagram: 3</c>, or <c>3 Instagram</c>; in the part under that list's name, where there is one.</summary>
    public int? Ordered(string what, string list = "")
    {
        var part =
            list.Length == 0
                ? Match.Empty
                : Regex.Match(Prompt, $@"^{Regex.Escape(list)}:\s*\n((?:\s*- [^\n]*\n?)+)", RegexOptions.Multiline);
        return Regex.Match(
                part.Success ? part.Groups[1].Value : Prompt,
                $@"\b{Regex.Escape(what)}\b\W{{0,4}}[:=]\s*(\d{{1,2}})\b|\b(\d{{1,2}})\s+{Regex.Escape(what)}\b",
                RegexOptions.IgnoreCase
            )
                is { Success: true } match
            && int.TryParse(match.Groups[1].Value + match.Groups[2].Value, out var count)
                ? count
            : part.Success ? 0
            : null;
    }

    /// <summary>Without a label, a brand is the first name in capitals inside a sentence.</summary>
    private static string? Named(string text) => Capitalised.Match(text) is { Success: true } name ? name.Groups[1].Value : null;

    private static int? CountIn(string prompt) =>
        Counted.Match(prompt) is { Success: true } match
        && int.TryParse(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value, out var count)
        && count is > 0 and <= 50
            ? count
            : null;

    [GeneratedRegex("#[0-9A-Fa-f]{6}(?![0-9A-Fa-f])")]
    private static partial Regex Colour { get; }

    [GeneratedRegex(@"(?<=[\p{Ll},] )(\p{Lu}[\p{L}&'’-]+(?: \p{Lu}[\p{L}&'’-]+){0,3})")]
    private static partial Regex Capitalised { get; }

    [GeneratedRegex(
        @"\b(\d{1,2})\s+(?:[\p{L}-]+\s+){0,3}?(?:posts?|items?|pieces?|captions?|ideas?|ideias?|ideen|beiträge|publicações|publicaciones|photos?|fotos?)\b|(?:count|posts?|items?|anzahl|quantidade|cantidad)[""']?\s*[:=]\s*(\d{1,2})\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Counted { get; }
}
