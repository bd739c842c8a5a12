using System.Text.Json;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>Which graph type stands for a C# type that nobody mapped by hand.</summary>
internal sealed class ClrTypes : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (preferredType is not null)
            return preferredType;

        if (clrType == typeof(DateTimeOffset))
            return typeof(DateTimeType);

        if (clrType == typeof(JsonElement))
            return typeof(JsonType);

        if (SchemaTypes.BuiltInScalarMappings.ContainsKey(clrType))
            return null;

        var open = clrType switch
        {
            { IsEnum: true } => typeof(EnumType<>),
            _ when isInputType => typeof(InputType<>),
            _ when clrType.IsDefined(typeof(UnionAttribute), inherit: false) => typeof(UnionType<>),
            { IsInterface: true } => typeof(InterfaceType<>),
            _ => typeof(ObjectType<>),
        };
        return open.MakeGenericType(clrType);
    }
}
