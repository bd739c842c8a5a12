using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace Campaigns.Api.GraphQL.TypeFirst;

/// <summary>A schema in the schema definition language, everything in alphabetical order so that a diff shows meaning.</summary>
public static class SchemaText
{
    /// <summary>Writes the schema, lines ended by \n.</summary>
    public static string Print(ISchema schema) =>
        schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n").TrimEnd() + "\n";
}
