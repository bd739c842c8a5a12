using GraphQL;
using GraphQL.Types;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>A union whose cases are the public concrete types of <typeparamref name="T"/>'s assembly that are a <typeparamref name="T"/>.</summary>
internal sealed class UnionType<T> : UnionGraphType
{
    public UnionType()
    {
        Name = NameOf(typeof(T));
        Description = XmlSummaries.Of(typeof(T));

        var cases = typeof(T)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsVisible: true } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);
        foreach (var type in cases)
            Type(typeof(ObjectType<>).MakeGenericType(type));
    }

    // The I of an interface is a habit of C#, not a word of the schema.
    private static string NameOf(Type type) =>
        type is { IsInterface: true, Name: ['I', >= 'A' and <= 'Z', ..] } ? type.GraphQLName()[1..] : type.GraphQLName();
}
