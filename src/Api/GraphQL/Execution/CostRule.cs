using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Refuses what is nested too deep or could answer with too much. It reads variables, so it must run for cached documents too.</summary>
internal sealed class CostRule(GraphQLLimits limits)
    : ComplexityValidationRule(new ComplexityOptions { DefaultComplexityImpactDelegate = field => Cost(field, limits) })
{
    private const int UsualPage = Paging.Page.Usual;

    // A schema's lists are short, and one's introspection is worth a few thousand fields.
    private const int UsualSchemaList = 4;

    // A tool asks for fields' types; only a hostile client asks for the fields of the types of the fields of the types of fields.
    private static readonly string[] SchemaLoops = ["fields", "interfaces", "possibleTypes", "inputFields"];

    protected override ValueTask ValidateComplexityAsync(ValidationContext context, double totalComplexity, int maxDepth)
    {
        if (maxDepth > limits.Depth)
            context.ReportError(
                new LimitError(ErrorCodes.LimitDepth, $"Fields are nested {maxDepth} deep; {limits.Depth} is allowed.", limits.Depth)
            );
        var most =
            context.Operation.Operation is OperationType.Subscription ? Math.Min(limits.Complexity, limits.SubscriptionComplexity)
            : AsksForTheSchema(context.Operation) ? limits.SchemaComplexity
            : limits.Complexity;
        if (totalComplexity > most)
            context.ReportError(
                new LimitError(
                    ErrorCodes.LimitComplexity,
                    $"The answer could have more than {most} fields. Ask for fewer fields or shorter pages.",
                    most
                )
            );
        return ValueTask.CompletedTask;
    }

    // The engine counts a schema's types as they are, some hundreds: what tools ask for is worth more than any page of content.
    private static bool AsksForTheSchema(GraphQLOperationDefinition operation) =>
        operation.SelectionSet.Selections.All(selection =>
            selection is GraphQLField field && field.Name.StringValue.StartsWith("__", StringComparison.Ordinal)
        );

    private static FieldComplexityResult Cost(FieldImpactContext field, GraphQLLimits limits)
    {
        if (field.ParentType.Name.StartsWith("__", StringComparison.Ordinal))
            return Loops(field) > 2
                ? new(Math.Max(limits.Complexity, limits.SchemaComplexity) + 1d, 1)
                : new(1, IsList(field) ? UsualSchemaList : 1);

        if (!IsList(field))
            return new(1, 1);

        var size = PageSize(field);
        if (size is null && field.Parent is { } parent && !IsList(parent))
            size = PageSize(parent); // a connection's edges and nodes
        return new(1, size ?? UsualPage);
    }

    // Clamped: a negative page would pay for the rest of the document.
    private static int? PageSize(FieldImpactContext field)
    {
        foreach (var name in (ReadOnlySpan<string>)["first", "last"])
            if (field.Arguments is { } given && given.TryGetValue(name, out var argument) && argument.Value is int size)
                return Math.Max(1, size);
        return null;
    }

    private static int Loops(FieldImpactContext field)
    {
        var loops = 0;
        for (FieldImpactContext? at = field; at is { } here; at = here.Parent)
            if (SchemaLoops.Contains(here.FieldDefinition.Name, StringComparer.Ordinal))
                loops++;
        return loops;
    }

    private static bool IsList(FieldImpactContext field) =>
        field.FieldDefinition.ResolvedType is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };
}
