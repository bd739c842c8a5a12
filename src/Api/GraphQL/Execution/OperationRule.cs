using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api.GraphQL.Execution;

/// <summary>
/// Mutations do not come by GET: a link or a picture must not change anything. Subscriptions need a way by which many answers can go back.
/// </summary>
internal sealed class OperationRule(GraphQLLimits limits) : ValidationRuleBase
{
    /// <summary>Set in the user context of a request that came by GET.</summary>
    public const string ReadOnly = "readOnly";

    /// <summary>Set in the user context of a request that can be answered many times.</summary>
    public const string Streaming = "streaming";

    /// <summary>Set instead in that of one that could be, if its person had not too many connections open.</summary>
    public const string NoRoom = "noRoom";

    /// <summary>What to set for a request that gets one answer.</summary>
    public static string[] MarksOf(HttpContext http) => HttpMethods.IsGet(http.Request.Method) ? [ReadOnly] : [];

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        switch (context.Operation.Operation)
        {
            case OperationType.Mutation when context.UserContext.ContainsKey(ReadOnly):
                context.ReportError(new WrongWay(ErrorCodes.MethodNotAllowed, "Mutations may not be sent by GET; use POST."));
                break;
            case OperationType.Subscription when context.UserContext.ContainsKey(NoRoom):
                throw RequestFailure.TooManyConnections(limits.ConnectionsPerPerson);
            case OperationType.Subscription when !context.UserContext.ContainsKey(Streaming):
                context.ReportError(
                    new WrongWay(
                        ErrorCodes.NotAcceptable,
                        "Subscriptions are answered over a WebSocket (graphql-transport-ws), or with Accept: text/event-stream."
                    )
                );
                break;
        }
        return default;
    }

    /// <summary>An operation that cannot be carried out the way it came.</summary>
    public sealed class WrongWay : ValidationError
    {
        /// <summary>One of <see cref="ErrorCodes"/>, and why.</summary>
        public WrongWay(string code, string message)
            : base(message) => Code = code;
    }
}
