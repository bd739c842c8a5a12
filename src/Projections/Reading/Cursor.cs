using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Campaigns.Projections.Reading;

/// <summary>A place in an ordered list: the order, the sorted-by value there, and the id that tells equals apart.</summary>
internal static class Cursor
{
    public static string Write(string order, object value, Guid id) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new[] { order, Text(value), id.ToString("N") }));

    /// <exception cref="InvalidCursorException">It is none of this order.</exception>
    public static (object Value, Guid Id) Read(string cursor, string order, Type type)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
            if (parts is [var of, { } text, { } id] && of == order && !text.Contains('\0', StringComparison.Ordinal))
                return (Value(text, type), Guid.ParseExact(id, "N"));
        }
        catch (Exception e) when (e is FormatException or JsonException or OverflowException)
        {
            throw new InvalidCursorException();
        }
        throw new InvalidCursorException();
    }

    private static string Text(object value) =>
        value switch
        {
            DateTime at => at.Ticks.ToString(CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)value,
        };

    private static object Value(string text, Type type) =>
        type == typeof(DateTime) ? Instant(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
        : type == typeof(long) ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : text;

    private static DateTime Instant(long ticks) =>
        ticks <= DateTime.MaxValue.Ticks ? new(ticks, DateTimeKind.Utc) : throw new InvalidCursorException();
}
