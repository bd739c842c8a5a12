using GraphQL.Types;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>GraphQL's <c>ID</c>, which also writes our identifiers.</summary>
internal sealed class IdType : IdGraphType
{
    public IdType() => Name = "ID";

    // Written as a number it is the same id.
    public override object? ParseLiteral(GraphQLValue value) => base.ParseLiteral(value)?.ToString();

    public override object? ParseValue(object? value) => base.ParseValue(value)?.ToString();

    public override object? Serialize(object? value) => value is null or string ? value : value.ToString();
}
