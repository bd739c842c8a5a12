namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Writes copy for a brief: the same brief always gets the same texts, and no two of one kind are alike.</summary>
internal sealed class Copywriter(Brief brief)
{
    private readonly Voice voice = Voice.Of(brief.Language);

    // Where the brief tells its facts, its own sentences stand in the middle: nothing reads better, and nothing is made up.
    // The lists are 8, 7 and 5 long and share no divisor, so that captions repeat late.
    public string Caption(int n) =>
        string.Join(
            ' ',
            Fill(Pick(brief is { Product: null, Sentences: not [] } ? voice.Greetings : voice.Openers, n), n),
            brief.Sentences is [] ? Fill(Pick(voice.Middles, n), n) : brief.Sentences[n % brief.Sentences.Count],
            Pick(voice.Closers, n)
        );

    public string Sentence(int n) => brief.Sentences is [] ? Fill(Pick(voice.Openers, n), n) : brief.Sentences[n % brief.Sentences.Count];

    /// <summary>All that the brief tells: nothing of it is lost.</summary>
    public string Everything() => brief.Sentences is [] ? Sentence(0) : string.Join(' ', brief.Sentences);

    public string Headline(int n) =>
        brief is { Product: null, Sentences: not [] }
            ? WholeCharacters.Short(Sentence(n).TrimEnd('.', '!', '?', '…'), 60)
            : Fill(Pick(voice.Headlines, n), n);

    /// <summary>What stands on a slide.</summary>
    public string Slide(int n) => WholeCharacters.Short(Sentence(n).TrimEnd('.', '…'), 90);

    public string Call(int n) => Pick(voice.Calls, n);

    public string AltText(int n) =>
        brief is { Product: null, Sentences: not [] } ? $"{brief.Brand}: {Sentence(n)}" : Fill(voice.AltText, n);

    public string Word(int n) => Pick(brief.Keywords, n);

    /// <summary>The n-th tag of a list, without its sign: the brand's first, then words of the brief and common ones, each list from another start.</summary>
    public string Tag(int n, int list = 0)
    {
        string[] others = [.. brief.Keywords.Take(6), .. voice.Tags];
        var word = n == 0 ? brief.Brand : others[(n - 1 + list * 3) % others.Length];
        var tag = string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return n <= others.Length ? tag : tag + n;
    }

    /// <summary>Image models are addressed in English, whatever the copy's language.</summary>
    public string ImagePrompt(int n)
    {
        string[] scenes = ["a bright product photograph", "a calm still life", "a candid lifestyle scene", "a close-up with soft light"];
        var colours = brief.Colours is [] ? "" : $", in the brand colours {string.Join(" and ", brief.Colours.Take(3))}";
        return brief.Product is { } product
            ? $"{Pick(scenes, n)} of {product} for {brief.Brand}, with a sense of {Word(n)}{colours}"
            : $"{Pick(scenes, n)} for {brief.Brand}: {WholeCharacters.Cut(Sentence(n).TrimEnd('.', '!', '?', '…'), 120)}{colours}";
    }

    public string Plain() => $"{Headline(0)}\n\n{Caption(0)}\n\n{Call(0)} #{Tag(0)} #{Tag(1)}";

    private T Pick<T>(IReadOnlyList<T> list, int n) => list[(int)((brief.Seed + (uint)n) % (uint)list.Count)];

    private string Fill(string template, int n) =>
        template
            .Replace("{brand}", brief.Brand, StringComparison.Ordinal)
            .Replace("{product}", brief.Topic, StringComparison.Ordinal)
            .Replace("{word}", Word(n), StringComparison.Ordinal)
            .Replace("{other}", Word(n + 1), StringComparison.Ordinal);
}
