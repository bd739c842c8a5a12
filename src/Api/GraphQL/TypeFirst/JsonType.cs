using System.Text.Json;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>JSON as it is. Only ever given, never taken.</summary>
internal sealed class JsonType : ScalarGraphType
{
    public JsonType()
    {
        Name = "JSON";
        Description = "Any JSON value, for showing: its shape is not promised.";
    }

    public override object? ParseValue(object? value) => ThrowValueConversionError(value);

    public override object? Serialize(object? value) => value is null or JsonElement ? value : ThrowSerializationError(value);
}
