using Campaigns.Api.Auth;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Members;
using Campaigns.Api.Reading;
using Campaigns.Projections.Members;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>Who belongs to the tenant, or did, in the order they were first seen.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    public static async Task<Connection<MemberView>> Members(
        [FromServices] Caller caller,
        [FromServices] MemberReader members,
        int? first,
        string? after,
        int? last,
        string? before,
        CancellationToken ct,
        MemberFilterInput? where = null
    )
    {
        var tenant = caller.Require(Permission.View).Tenant;
        var filter = (where ?? new()).ToFilter();
        return await Page.Of(first, after, last, before)
            .Read(request => members.Page(tenant, filter, request, ct), row => new MemberView(row));
    }
}
