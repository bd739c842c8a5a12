using Campaigns.Api.GraphQL.Paging;
using Campaigns.Api.Publications;
using Campaigns.Api.Reading;
using GraphQL;
using GraphQL.DataLoader;

namespace Campaigns.Api;

public sealed partial class Query
{
    /// <summary>One publication; null when there is none.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static IDataLoaderResult<PublicationView?> Publication(
        [FromServices] Viewer viewer,
        [FromServices] Lookups lookups,
        Guid id,
        string? atLeast
    )
    {
        viewer.AtLeast(atLeast);
        return lookups.Publication(id);
    }

    /// <summary>Publications with all their details, by due time when nothing else is said.</summary>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="where">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static Task<Connection<PublicationView>> Publications(
        [FromServices] Viewer viewer,
        [FromServices] PublicationLists lists,
        int? first,
        string? after,
        int? last,
        string? before,
        PublicationFilterInput? where,
        PublicationOrderInput? order,
        string? atLeast,
        CancellationToken ct
    )
    {
        viewer.AtLeast(atLeast);
        return lists.Publications(where, order, Page.Of(first, after, last, before), ct);
    }

    /// <summary>The calendar: what is due between two instants, the earliest first.</summary>
    /// <param name="from">Due at this instant or later.</param>
    /// <param name="to">Due before this instant.</param>
    /// <param name="first">How many from the front; 20 when nothing is said, at most 100.</param>
    /// <param name="after">Only what follows this cursor.</param>
    /// <param name="last">How many from the back.</param>
    /// <param name="before">Only what precedes this cursor.</param>
    /// <param name="accountId">Only on this account.</param>
    /// <param name="campaignId">Only of this campaign.</param>
    /// <param name="status">Only those that stand so.</param>
    /// <param name="atLeast">A receipt's `position`: the answer is not older than that change.</param>
    public static Task<Connection<CalendarEntry>> Calendar(
        [FromServices] Viewer viewer,
        [FromServices] PublicationLists lists,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? first,
        string? after,
        int? last,
        string? before,
        Guid? accountId,
        Guid? campaignId,
        IReadOnlyList<PublicationStatus>? status,
        string? atLeast,
        CancellationToken ct
    )
    {
        viewer.AtLeast(atLeast);
        var where = new PublicationFilterInput(status, campaignId, AccountId: accountId, DueFrom: from, DueTo: to);
        return lists.Calendar(where, Page.Of(first, after, last, before), ct);
    }
}
