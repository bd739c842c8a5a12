using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaigns.Domain;

/// <summary>An identifier that is a string on every wire.</summary>
/// <typeparam name="TSelf">The identifier.</typeparam>
public interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    /// <summary>The text form.</summary>
    string Value { get; }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is no such identifier.</exception>
    static abstract TSelf Parse(string text);
}

/// <summary>Writes an identifier as a plain JSON string, also as a dictionary key.</summary>
/// <typeparam name="T">The identifier.</typeparam>
public sealed class StringIdJsonConverter<T> : JsonConverter<T>
    where T : struct, IStringId<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    private static T Parse(string? text)
    {
        try
        {
            return T.Parse(text ?? throw new JsonException("An identifier is missing."));
        }
        catch (FormatException malformed)
        {
            throw new JsonException(malformed.Message, malformed);
        }
    }
}
