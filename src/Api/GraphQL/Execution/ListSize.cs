using System.Text.Json;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Refuses lists that are too long, wherever they stand: what is asked of each item is asked as often as there are items.</summary>
internal static class ListSize
{
    /// <exception cref="RequestFailure">LIMIT_LIST: one of the variables' lists is.</exception>
    public static void Check(JsonElement? variables, GraphQLLimits limits)
    {
        if (variables is { } given)
            Check(given, limits.ListItems);
    }

    /// <exception cref="RequestFailure">LIMIT_LIST: one that the document itself holds is.</exception>
    public static void Check(GraphQLDocument document, GraphQLLimits limits)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is GraphQLOperationDefinition { Variables: { } variables })
                foreach (var variable in variables)
                    Check(variable.DefaultValue, limits.ListItems);
            Check(definition as IHasDirectivesNode, limits.ListItems);
            Check((definition as IHasSelectionSetNode)?.SelectionSet, limits.ListItems);
        }
    }

    // As deep as the reader of JSON goes, which is 64.
    private static void Check(JsonElement value, int most)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            if (value.GetArrayLength() > most)
                throw TooLong(most);
            foreach (var item in value.EnumerateArray())
                Check(item, most);
        }
        else if (value.ValueKind is JsonValueKind.Object)
            foreach (var member in value.EnumerateObject())
                Check(member.Value, most);
    }

    // As deep as the document's parser goes.
    private static void Check(GraphQLSelectionSet? set, int most)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            Check((selection as GraphQLField)?.Arguments, most);
            Check(selection as IHasDirectivesNode, most);
            Check((selection as IHasSelectionSetNode)?.SelectionSet, most);
        }
    }

    private static void Check(IHasDirectivesNode? node, int most)
    {
        if (node?.Directives is { } directives)
            foreach (var directive in directives)
                Check(directive.Arguments, most);
    }

    private static void Check(GraphQLArguments? arguments, int most)
    {
        if (arguments is not null)
            foreach (var argument in arguments)
                Check(argument.Value, most);
    }

    private static void Check(GraphQLValue? value, int most)
    {
        if (value is GraphQLListValue { Values: { } items })
        {
            if (items.Count > most)
                throw TooLong(most);
            foreach (var item in items)
                Check(item, most);
        }
        else if (value is GraphQLObjectValue { Fields: { } fields })
            foreach (var field in fields)
                Check(field.Value, most);
    }

    private static RequestFailure TooLong(int most) =>
        RequestFailure.OverLimit(ErrorCodes.LimitList, $"A list may have {most} items.", most);
}
