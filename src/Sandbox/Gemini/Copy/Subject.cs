using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>What a text names as its subject: what stands in quotes, or what a picture is to show, and for whom.</summary>
internal static partial class Subject
{
    private const int LongestQuote = 60;

    public static string? Of(string text) =>
        Lettered.Match(text) is { Success: true } lettered ? lettered.Groups[1].Value.Trim()
        : Quoted.Match(text) is { Success: true } quoted && quoted.Groups[1].Value.Length <= LongestQuote ? quoted.Groups[1].Value
        : Pictured.Match(text) is { Success: true } pictured ? Filled(pictured.Groups["what"].Value + pictured.Groups["about"].Value)
        : null;

    /// <summary>Whom a picture is for.</summary>
    public static string? Patron(string text) =>
        Pictured.Match(text) is { Success: true } pictured ? Filled(pictured.Groups["whom"].Value) : null;

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    // As slides are ordered: "…, large and legible, stands: WORDS".
    [GeneratedRegex(@"\blegible, stands: ([^\n]{2,240})")]
    private static partial Regex Lettered { get; }

    [GeneratedRegex("[\"“„«]([^\"“”„»\n]{2,60})[\"”“»]")]
    private static partial Regex Quoted { get; }

    // As Copywriter.ImagePrompt words it: "a still life of WHAT for WHOM", or "a still life for WHOM: ABOUT".
    [GeneratedRegex(
        @"^[^\n]{0,60}\b(?:photograph|still life|scene|light)\b(?: of (?<what>[^\n]{3,80}?))? for (?<whom>[^,:\n]{2,60})(?:: (?<about>[^\n]{3,200}?))?(?=, (?:with|in) |[.\n]|$)"
    )]
    private static partial Regex Pictured { get; }
}
