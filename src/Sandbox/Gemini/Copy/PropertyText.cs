using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Writes the text for one property, within its length and its pattern.</summary>
internal sealed partial class PropertyText(Brief brief, Copywriter copy)
{
    private readonly Dictionary<string, int> written = [];
    private int list = -1;

    /// <summary>How long the texts of what is being written may be.</summary>
    public Room Room { get; set; } = Room.Free;

    /// <summary>Tags are told apart within a list, and may come again in the next.</summary>
    public void BeginList(string property)
    {
        if (TextKinds.Of(property, null) != "tag")
            return;
        list++;
        written.Remove("tag");
    }

    public string For(string property, JsonObject schema)
    {
        var kind = TextKinds.Of(property, schema["format"]?.ToString());
        var n = written[kind] = written.GetValueOrDefault(kind, -1) + 1;
        var most = Math.Min(Limit(schema, "maxLength") ?? int.MaxValue, RoomFor(kind) ?? int.MaxValue);
        var text = Fit(Text(kind, n, most), Limit(schema, "minLength") ?? 0, most, n);
        return schema["pattern"]?.ToString() is { } pattern ? Matching(pattern, text, n) : text;
    }

    /// <summary>How many of a list of texts to write when the schema leaves it open.</summary>
    public static int Usual(string property) => TextKinds.Of(property, null) == "tag" ? 5 : 3;

    /// <summary>Limits are numbers in one dialect and strings of digits in the other.</summary>
    public static int? Limit(JsonObject schema, string name) => int.TryParse(schema[name]?.ToString(), out var limit) ? limit : null;

    private int? RoomFor(string kind) =>
        kind switch
        {
            "caption" => Room.Words,
            "headline" => Room.Headline,
            _ => null,
        };

    private string Text(string kind, int n, int most) =>
        kind switch
        {
            "imagePrompt" => copy.ImagePrompt(n),
            "altText" => copy.AltText(n),
            "tag" => "#" + copy.Tag(n, Math.Max(list, 0)),
            "call" => copy.Call(n),
            "caption" when copy.Caption(n) is var caption && caption.Length <= most => caption,
            "caption" => copy.Sentence(n),
            "slide" => copy.Slide(n),
            "brief" => copy.Everything(),
            "headline" => copy.Headline(n),
            "language" => brief.Language,
            "colour" => brief.Colours is [] ? $"#{(brief.Seed + (uint)n * 4099) % 0x1000000:x6}" : brief.Colours[n % brief.Colours.Count],
            "address" => $"https://example.com/{copy.Tag(n)}",
            "email" => $"{copy.Tag(n)}@example.com",
            "date" => Day(n),
            "instant" => $"{Day(n)}T10:00:00Z",
            "time" => $"{9 + n % 10:D2}:30",
            "key" => $"{copy.Tag(0)}-{n + 1}",
            "word" => copy.Word(n),
            _ => copy.Sentence(n),
        };

    /// <summary>Days count from the first date the prompt names.</summary>
    private string Day(int n)
    {
        var first =
            IsoDate.Match(brief.Prompt) is { Success: true } match && DateOnly.TryParse(match.Value, out var date) ? date : new(2030, 1, 1);
        return first.AddDays(n).ToString("yyyy-MM-dd");
    }

    private string Fit(string text, int least, int most, int n)
    {
        for (var more = 1; text.Length < least; more++)
            text += (text.Length == 0 ? "" : " ") + copy.Sentence(n + more);
        return WholeCharacters.Cut(text, most) is var cut && cut.Length >= least ? cut : text[..WholeCharacters.Boundary(text, most)];
    }

    /// <summary>Tries plain forms until one matches; a pattern that none of them meets gets the text as it is.</summary>
    private string Matching(string pattern, string text, int n)
    {
        string[] forms =
        [
            text,
            text.TrimStart('#'),
            "#" + copy.Tag(n, Math.Max(list, 0)),
            copy.Tag(n),
            $"{copy.Tag(0)}-{n + 1}",
            Day(n),
            $"{Day(n)}T10:00:00Z",
            "10:00",
            $"{n + 1}",
            $"#{brief.Seed % 0x1000000:x6}",
            "A",
        ];
        return Array.Find(forms, form => Regex.IsMatch(form, pattern)) ?? text;
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDate { get; }
}
