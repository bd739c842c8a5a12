using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Domain.Evidence;

/// <summary>
/// JSON that is written in one way only, so that a hash over it means something: the JSON Canonicalization Scheme (RFC 8785), which is what
/// ECMAScript's <c>JSON.stringify</c> writes once members are sorted.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Members sorted by their names' UTF-16 units, no white space, the shortest escapes and numbers, UTF-8.</summary>
    /// <exception cref="ArgumentException">Broken Unicode, or a number that a double does not hold.</exception>
    public static byte[] Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetBytes(text.ToString());
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("It holds broken Unicode.", nameof(node), e);
        }
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                Write(text, members);
                break;
            case JsonArray elements:
                Write(text, elements);
                break;
            default:
                WriteValue(text, node);
                break;
        }
    }

    private static void Write(StringBuilder text, JsonObject members)
    {
        var separator = '{';
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            WriteString(text, name);
            text.Append(':');
            Write(text, value);
            separator = ',';
        }
        text.Append(separator == '{' ? "{}" : "}");
    }

    private static void Write(StringBuilder text, JsonArray elements)
    {
        text.Append('[');
        for (var i = 0; i < elements.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Write(text, elements[i]);
        }
        text.Append(']');
    }

    private static void WriteValue(StringBuilder text, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            case JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                WriteNumber(text, double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var unit in value)
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => text.Append(unit),
            };
        text.Append('"');
    }

    /// <summary>As ECMAScript writes a number: plain digits from 1e-6 to below 1e21, else with an exponent.</summary>
    private static void WriteNumber(StringBuilder text, double number)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException("It holds a number that no double holds.", nameof(number));
        if (number == 0)
        {
            text.Append('0'); // a negative zero too
            return;
        }
        if (number < 0)
            text.Append('-');
        var shortest = Math.Abs(number).ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            var tried = Math.Abs(number).ToString($"E{precision}", CultureInfo.InvariantCulture);
            if (double.Parse(tried, CultureInfo.InvariantCulture) == Math.Abs(number))
            {
                shortest = tried;
                break;
            }
        }
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var digits = shortest[..mark].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var point = int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture) + 1; // so many digits stand before it
        text.Append(Laid(digits, point));
    }

    private static string Laid(string digits, int point) =>
        point switch
        {
            > 21 or < -5 => $"{digits[0]}{(digits.Length > 1 ? "." + digits[1..] : "")}e{(point > 0 ? "+" : "")}{point - 1}",
            <= 0 => $"0.{new string('0', -point)}{digits}",
            _ when digits.Length <= point => digits.PadRight(point, '0'),
            _ => $"{digits[..point]}.{digits[point..]}",
        };
}
