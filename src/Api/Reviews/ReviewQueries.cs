using Campaigns.Api.Reviews;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>
    /// The posts that a reviewer from outside was invited to. For who brings an invitation's token instead of a session token: nothing else is
    /// open to them.
    /// </summary>
    public static OutsideReview Review([FromServices] Reviewer reviewer) => new(reviewer.Sheet);
}
