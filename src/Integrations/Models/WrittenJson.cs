using System.Text;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Models;

/// <summary>The JSON that a model wrote. Some put words and marks of code around it, whatever they are told.</summary>
internal static class WrittenJson
{
    /// <summary>The JSON alone; null when there is none, or not the whole of it.</summary>
    public static string? In(string text)
    {
        if (Parses(text))
            return text;
        var (from, to) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (from < 0 || to < from)
            return null;
        var inner = text[from..(to + 1)];
        return Parses(inner) ? inner : null;
    }

    private static bool Parses(string text) => LenientJson.Parse(Encoding.UTF8.GetBytes(text)) is not null;
}
