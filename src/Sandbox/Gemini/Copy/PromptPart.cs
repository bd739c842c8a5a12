using System.Text.RegularExpressions;

namespace Campaigns.Sandbox.Gemini.Copy;

/// <summary>Finds what a prompt sets between tags, <c>&lt;brief&gt;…&lt;/brief&gt;</c>; material stands there and orders outside.</summary>
internal static class PromptPart
{
    public static string? Find(string prompt, string tag) =>
        Regex.Match(prompt, $@"<{tag}>\s*(.*?)\s*</{tag}>", RegexOptions.Singleline | RegexOptions.IgnoreCase) is { Success: true } match
            ? match.Groups[1].Value
            : null;
}
