using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>How long texts may be by the line that orders them: <c>- Google: 2 (headline at most 30 characters, body at most 90 characters, …)</c>.</summary>
/// <param name="Headline">Null: the line says nothing of it.</param>
/// <param name="Text">Caption or body, hashtags included.</param>
/// <param name="Hashtags">How many.</param>
internal sealed partial record Room(int? Headline, int? Text, int? Hashtags)
{
    private const int OfTags = 85; // five of them

    /// <summary>Where nobody ordered anything.</summary>
    public static Room Free { get; } = new(null, null, null);

    /// <summary>Of a caption or body alone.</summary>
    public int? Words => Text is { } most && Hashtags is > 0 ? most - OfTags : Text;

    /// <summary>As the prompt tells of one platform, in the part under that list's name.</summary>
    public static Room Of(string prompt, string list, string platform)
    {
        var line = Regex.Match(
            prompt,
            $@"^{Regex.Escape(list)}:\s*\n(?:\s*- [^\n]*\n)*?\s*- {Regex.Escape(platform)}: \d+ \(([^)\n]*)\)",
            RegexOptions.Multiline
        );
        var told = line.Groups[1].Value;
        return line.Success ? new(Number(HeadlineLimit, told), Number(TextLimit, told), Number(TagLimit, told)) : Free;
    }

    private static int? Number(Regex limit, string told) =>
        limit.Match(told) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"headline at most (\d{1,5}) characters")]
    private static partial Regex HeadlineLimit { get; }

    [GeneratedRegex(@"(?:body |^)at most (\d{1,5}) characters")]
    private static partial Regex TextLimit { get; }

    [GeneratedRegex(@"(\d{1,3}) hashtags")]
    private static partial Regex TagLimit { get; }
}
