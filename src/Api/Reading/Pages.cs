using Campaigns.Api.GraphQL;
using Campaigns.Api.GraphQL.Paging;
using Campaigns.Projections.Reading;

namespace Campaigns.Api.Reading;

/// <summary>Reads a page of rows as a connection.</summary>
internal static class Pages
{
    /// <summary>Reads the page that a connection field's arguments ask for.</summary>
    /// <param name="page">The arguments.</param>
    /// <param name="read">Reads the rows.</param>
    /// <param name="view">What a row is in the schema.</param>
    /// <exception cref="RequestFailure">BAD_USER_INPUT: the cursor is none of this list.</exception>
    public static async Task<Connection<T>> Read<TRow, T>(this Page page, Func<PageRequest, Task<RowPage<TRow>>> read, Func<TRow, T> view)
        where T : notnull
    {
        var rows = await Rows(page, read);
        Edge<T>[] edges = [.. rows.Edges.Select(edge => new Edge<T>(edge.Cursor, view(edge.Node)))];
        return new(edges, new(rows.HasNext, rows.HasPrevious, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    private static async Task<RowPage<TRow>> Rows<TRow>(Page page, Func<PageRequest, Task<RowPage<TRow>>> read)
    {
        try
        {
            return await read(page.Backward ? new(page.Size, Before: page.Cursor, Backwards: true) : new(page.Size, After: page.Cursor));
        }
        catch (InvalidCursorException)
        {
            throw page.Unreadable();
        }
    }
}
