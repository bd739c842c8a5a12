namespace Campaigns.Api.GraphQL.Paging;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Edges">The entries with their cursors.</param>
/// <param name="PageInfo">Where the page stands in the list.</param>
public sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo)
    where T : notnull
{
    /// <summary>The entries without their cursors.</summary>
    public IReadOnlyList<T> Nodes { get; } = [.. Edges.Select(edge => edge.Node)];
}
