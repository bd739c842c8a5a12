namespace Campaigns.Api.GraphQL.Paging;

/// <summary>Where a page stands in its list.</summary>
/// <param name="HasNextPage">There is more after the page.</param>
/// <param name="HasPreviousPage">There is more before the page.</param>
/// <param name="StartCursor">The first edge's cursor; null when the page is empty.</param>
/// <param name="EndCursor">The last edge's cursor; null when the page is empty.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
