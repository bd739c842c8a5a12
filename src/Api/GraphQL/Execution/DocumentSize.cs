using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>
/// Counts a document's selections as if its fragments were written out, without writing them out: thirty fragments that each spread the
/// next one twice are a billion selections, and validation would walk them all. It walks those that nothing spreads, too, so each
/// fragment counts once more by itself.
/// </summary>
internal static class DocumentSize
{
    // Validation follows a chain of fragments by recursion.
    private const int MostFragments = 200;

    // So does this, and the stack is not ours to choose.
    private const int Deepest = 500;

    /// <exception cref="RequestFailure">LIMIT_DOCUMENT, LIMIT_ALIASES.</exception>
    public static void Check(GraphQLDocument document, GraphQLLimits limits)
    {
        var definitions = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        if (definitions.Count > MostFragments)
            throw RequestFailure.OverLimit(ErrorCodes.LimitDocument, $"A document may have {MostFragments} fragments.", MostFragments);

        var fragments = definitions.ToLookup(fragment => fragment.FragmentName.Name.StringValue);
        var sizes = new Dictionary<string, Size>();
        var writtenOut = document
            .Definitions.OfType<GraphQLOperationDefinition>()
            .Aggregate(default(Size), (sum, operation) => sum + Count(operation.SelectionSet));
        var size = definitions.Aggregate(writtenOut, (sum, fragment) => sum + CountOwn(fragment.SelectionSet));
        if (size.Selections > limits.Selections)
            throw RequestFailure.OverLimit(
                ErrorCodes.LimitDocument,
                $"With its fragments, and these written out wherever they are spread, a document may have {limits.Selections} selections.",
                limits.Selections
            );
        if (size.Aliases > limits.Aliases)
            throw RequestFailure.OverLimit(
                ErrorCodes.LimitAliases,
                $"With its fragments written out, a document may give {limits.Aliases} fields another name.",
                limits.Aliases
            );

        Size Count(GraphQLSelectionSet? set, int depth = 0)
        {
            if (depth > Deepest)
                throw RequestFailure.OverLimit(ErrorCodes.LimitDocument, $"With its fragments, a document may be {Deepest} deep.", Deepest);
            return (set?.Selections ?? []).Aggregate(default(Size), (sum, selection) => sum + CountOne(selection, depth + 1));
        }

        Size CountOne(ASTNode selection, int depth) =>
            One(selection)
            + selection switch
            {
                GraphQLField field => Count(field.SelectionSet, depth),
                GraphQLInlineFragment inline => Count(inline.SelectionSet, depth),
                GraphQLFragmentSpread spread => CountFragment(spread.FragmentName.Name.StringValue, depth),
                _ => default,
            };

        Size CountOwn(GraphQLSelectionSet? set) =>
            (set?.Selections ?? []).Aggregate(
                default(Size),
                (sum, selection) => sum + One(selection) + CountOwn((selection as IHasSelectionSetNode)?.SelectionSet)
            );

        Size One(ASTNode selection)
        {
            if (selection is not GraphQLField { Alias.Name.Value: var name })
                return new(1, 0);
            return name.Length <= limits.NameCharacters
                ? new(1, 1)
                : throw RequestFailure.OverLimit(
                    ErrorCodes.LimitAliases,
                    $"A field's other name may have {limits.NameCharacters} characters.",
                    limits.NameCharacters
                );
        }

        Size CountFragment(string name, int depth)
        {
            if (sizes.TryGetValue(name, out var known))
                return known;

            sizes[name] = default; // ends a circle, which validation reports
            return sizes[name] = Count(fragments[name].FirstOrDefault()?.SelectionSet, depth);
        }
    }

    // Of doubles: a bomb's size fits into no integer.
    private readonly record struct Size(double Selections, double Aliases)
    {
        public static Size operator +(Size one, Size other) => new(one.Selections + other.Selections, one.Aliases + other.Aliases);
    }
}
