using GraphQL;
using GraphQL.Types;

namespace Campaigns.Api.Tests.Fields;

/// <summary>A document that asks for one field of a root, with arguments of the right types.</summary>
internal static class Example
{
    public static string Of(string operation, FieldType field)
    {
        var arguments = field
            .Arguments?.Where(argument => argument.ResolvedType is NonNullGraphType && argument.DefaultValue is null)
            .ToList();
        var given = arguments is { Count: > 0 }
            ? $"({string.Join(", ", arguments.Select(argument => $"{argument.Name}: {Value(argument.ResolvedType!)}"))})"
            : "";
        var inner = field.ResolvedType!.GetNamedType() is ScalarGraphType ? "" : " { __typename }";
        return $"{operation} {{ {field.Name}{given}{inner} }}";
    }

    private static string Value(IGraphType type) =>
        type switch
        {
            NonNullGraphType { ResolvedType: { } inner } => Value(inner),
            ListGraphType { ResolvedType: { } inner } => $"[{Value(inner)}]",
            EnumerationGraphType words => words.Values.First().Name,
            IInputObjectGraphType { IsOneOf: true } one => $"{{ {Field(one.Fields.First())} }}",
            IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields.Where(IsNeeded).Select(Field))} }}",
            { Name: "ID" } => $"\"{Given.Campaign()}\"",
            { Name: "Int" } => "1",
            { Name: "DateTime" } => "\"2026-11-23T09:00:00Z\"",
            { Name: "Boolean" } => "true",
            _ => "\"Bread\"",
        };

    private static bool IsNeeded(FieldType field) =>
        field.Name == "commandId" || field is { ResolvedType: NonNullGraphType, DefaultValue: null };

    private static string Field(FieldType field) => $"{field.Name}: {Value(field.ResolvedType!)}";
}
