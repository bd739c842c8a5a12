using GraphQL.Validation;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>
/// The header <c>Idempotency-Key</c> names one command: with it, a mutation has one field. Looked at before anything runs, so that none of
/// several is carried out.
/// </summary>
internal sealed class IdempotencyKeyRule : ValidationRuleBase
{
    /// <summary>Set in the user context of a request that has the header.</summary>
    public const string HasKey = "idempotencyKey";

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var isMutation = context.Operation.Operation is OperationType.Mutation;
        if (isMutation && context.UserContext.ContainsKey(HasKey) && Fields(context.Operation.SelectionSet, context.Document, 0) > 1)
            context.ReportError(new SeveralCommandsError());
        return default;
    }

    // Whatever a directive may leave out counts too. A circle of fragments is another rule's to refuse.
    private static int Fields(GraphQLSelectionSet selected, GraphQLDocument document, int depth) =>
        depth > 10
            ? 2
            : selected.Selections.Sum(selection =>
                selection switch
                {
                    GraphQLInlineFragment inline => Fields(inline.SelectionSet, document, depth + 1),
                    GraphQLFragmentSpread spread => document
                        .Definitions.OfType<GraphQLFragmentDefinition>()
                        .Where(fragment => fragment.FragmentName.Name.Value == spread.FragmentName.Name.Value)
                        .Sum(fragment => Fields(fragment.SelectionSet, document, depth + 1)),
                    _ => 1,
                }
            );

    private sealed class SeveralCommandsError : ValidationError
    {
        public SeveralCommandsError()
            : base("The header Idempotency-Key names one command: send one mutation field, or give each its own commandId instead.") =>
            Code = ErrorCodes.BadUserInput;
    }
}
