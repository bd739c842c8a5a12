using System.Text.Json;
using System.Text.RegularExpressions;

namespace Campaigns.Integrations.Http;

/// <summary>Reads answers that may lack anything: a missing or misshapen member is absent, never an exception.</summary>
internal static partial class LenientJson
{
    private const int DeepEnough = 64;

    extension(JsonElement element)
    {
        /// <summary>A member of an object; undefined when there is none.</summary>
        public JsonElement Member(string name) =>
            element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

        /// <summary>A string member; null when it is none.</summary>
        public string? Text(string name) => element.Member(name) is { ValueKind: JsonValueKind.String } member ? Words(member) : null;

        /// <summary>A whole number, also one written as a string; null when it is none.</summary>
        public long? Number(string name) =>
            element.Member(name) switch
            {
                { ValueKind: JsonValueKind.Number } member when member.TryGetInt64(out var number) => number,
                { ValueKind: JsonValueKind.String } member when long.TryParse(Words(member), out var number) => number,
                _ => null,
            };

        /// <summary>Whether a member is <c>true</c>.</summary>
        public bool IsTrue(string name) => element.Member(name).ValueKind is JsonValueKind.True;

        /// <summary>The items of an array; none when it is no array.</summary>
        public IEnumerable<JsonElement> Items() => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : [];
    }

    /// <summary>A string's text, with a mark in the place of each half character: answers are cut anywhere, also through an emoji.</summary>
    private static string Words(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return LoneSurrogate.Replace(text.GetRawText()[1..^1], "\uFFFD");
        }
    }

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex LoneSurrogate { get; }

    /// <summary>Parses a whole document; null when it is not JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = DeepEnough });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
