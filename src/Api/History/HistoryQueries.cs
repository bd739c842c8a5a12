using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.History;
using Campaigns.Api.Reading;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>Every event of the tenant, the latest first when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    /// <param name="order">Oldest or latest first.</param>
    public static Task<Connection<HistoryEntry>> History(
        [FromServices] Viewer viewer,
        [FromServices] Histories histories,
        int? first,
        string? after,
        int? last,
        string? before,
        HistoryFilterInput? where,
        string? atLeast,
        CancellationToken ct,
        OrderDirection order = OrderDirection.Desc
    )
    {
        viewer.AtLeast(atLeast);
        return histories.Read(where, order, Page.Of(first, after, last, before), ct);
    }
}
