namespace Campaigns.Api.GraphQL.Paging;

/// <summary>One entry of a list, with its place in it.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <param name="Cursor">The entry's place: opaque, and the same for as long as the entry's place is.</param>
/// <param name="Node">The entry.</param>
public sealed record Edge<T>(string Cursor, T Node)
    where T : notnull;
