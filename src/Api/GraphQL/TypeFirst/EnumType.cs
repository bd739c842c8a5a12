using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>An enum with the descriptions of <typeparamref name="T"/>'s members.</summary>
internal sealed class EnumType<T> : EnumerationGraphType<T>
    where T : struct, Enum
{
    public EnumType()
    {
        Description = XmlSummaries.Of(typeof(T));
        foreach (var value in Values)
            value.Description = XmlSummaries.Of(typeof(T).GetField($"{value.Value}")!);
    }
}
