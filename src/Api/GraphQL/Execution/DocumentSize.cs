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

    /// <exception cref="RequestFailure">LIMIT_DOCUMENT.</exception>
    public static void Check(GraphQLDocument document, int mostSelections)
    {
        var definitions = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        if (definitions.Count > MostFragments)
            throw RequestFailure.OverLimit(ErrorCodes.LimitDocument, $"A document may have {MostFragments} fragments.", MostFragments);

        var fragments = definitions.ToLookup(fragment => fragment.FragmentName.Name.StringValue);
        var sizes = new Dictionary<string, double>();
        var writtenOut = document.Definitions.OfType<GraphQLOperationDefinition>().Sum(operation => Count(operation.SelectionSet));
        if (writtenOut + definitions.Sum(fragment => CountOwn(fragment.SelectionSet)) > mostSelections)
            throw RequestFailure.OverLimit(
                ErrorCodes.LimitDocument,
                $"With its fragments, and these written out wherever they are spread, a document may have {mostSelections} selections.",
                mostSelections
            );

        double Count(GraphQLSelectionSet? set, int depth = 0)
        {
            if (depth > Deepest)
                throw RequestFailure.OverLimit(ErrorCodes.LimitDocument, $"With its fragments, a document may be {Deepest} deep.", Deepest);
            return set is null ? 0 : set.Selections.Sum(selection => CountOne(selection, depth + 1));
        }

        double CountOne(ASTNode selection, int depth) =>
            selection switch
            {
                GraphQLField field => 1 + Count(field.SelectionSet, depth),
                GraphQLInlineFragment inline => 1 + Count(inline.SelectionSet, depth),
                GraphQLFragmentSpread spread => 1 + CountFragment(spread.FragmentName.Name.StringValue, depth),
                _ => 0,
            };

        static double CountOwn(GraphQLSelectionSet? set) =>
            set is null ? 0 : set.Selections.Sum(selection => 1 + CountOwn((selection as IHasSelectionSetNode)?.SelectionSet));

        double CountFragment(string name, int depth)
        {
            if (sizes.TryGetValue(name, out var known))
                return known;

            sizes[name] = 0; // ends a circle, which validation reports
            return sizes[name] = Count(fragments[name].FirstOrDefault()?.SelectionSet, depth);
        }
    }
}
