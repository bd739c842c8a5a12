using GraphQL.Validation;
using GraphQLParser.AST;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>Only queries may come by GET: a link or a picture must not change anything.</summary>
internal sealed class OperationRule : ValidationRuleBase
{
    /// <summary>Set in the user context of a request that came by GET.</summary>
    public const string ReadOnly = "readOnly";

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query && context.UserContext.ContainsKey(ReadOnly))
            context.ReportError(new NotByGetError());
        return default;
    }

    private sealed class NotByGetError : ValidationError
    {
        public NotByGetError()
            : base("Only queries may be sent by GET; use POST.") => Code = ErrorCodes.MethodNotAllowed;
    }
}
