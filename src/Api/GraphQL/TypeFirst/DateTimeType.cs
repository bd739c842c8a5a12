using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>An instant: written in UTC, read with any offset, refused without one.</summary>
internal sealed class DateTimeType : ScalarGraphType
{
    private static readonly string[] Read = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public DateTimeType()
    {
        Name = "DateTime";
        Description =
            "An instant as RFC 3339 writes it, such as `2026-03-01T09:30:00Z`. Input may have any offset but must have one; output is UTC.";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLStringValue text => Parse(text.Value.ToString()) ?? ThrowLiteralConversionError(value, Wanted),
            GraphQLNullValue => null,
            _ => ThrowLiteralConversionError(value, Wanted),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null or DateTimeOffset => value,
            string text => Parse(text) ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value switch
        {
            null => null,
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            _ => ThrowSerializationError(value),
        };

    private const string Wanted = "Expected a date and time with an offset, such as 2026-03-01T09:30:00Z.";

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Read, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToUniversalTime()
            : null;
}
