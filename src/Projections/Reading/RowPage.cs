namespace Campaigns.Projections.Reading;

/// <summary>A piece of an ordered list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Edges">The piece, in the order asked for, whichever way it was walked.</param>
/// <param name="HasNext">Whether there is more after it. Always false when walking backwards from nowhere.</param>
/// <param name="HasPrevious">Whether there is more before it.</param>
public sealed record RowPage<T>(IReadOnlyList<RowEdge<T>> Edges, bool HasNext, bool HasPrevious);

/// <summary>One element of a list, and its place there.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Node">The element.</param>
/// <param name="Cursor">Opaque; stays valid whatever is added or taken away, in this order only.</param>
public sealed record RowEdge<T>(T Node, string Cursor);

/// <summary>Which piece of a list is wanted.</summary>
/// <param name="Size">How many, 1 to <see cref="Largest"/>.</param>
/// <param name="After">Begin after this cursor; null: at the beginning.</param>
/// <param name="Before">End before this cursor; null: at the end.</param>
/// <param name="Backwards">The last ones of what lies between, rather than the first.</param>
public sealed record PageRequest(int Size, string? After = null, string? Before = null, bool Backwards = false)
{
    /// <summary>The largest piece there is.</summary>
    public const int Largest = 200;
}

/// <summary>Which way a list is ordered.</summary>
public enum Direction
{
    /// <summary>Smallest or earliest first.</summary>
    Ascending,

    /// <summary>Largest or latest first.</summary>
    Descending,
}
