namespace Campaigns.Projections.Reading;

/// <summary>A way to order a table's rows, which an index supports.</summary>
/// <param name="Name">Stands in cursors: never to be changed.</param>
/// <param name="Expression">What is sorted by, of a row <c>r</c>. Never null.</param>
/// <param name="Type">As Npgsql reads it: <see cref="DateTime"/>, <see cref="long"/> or <see cref="string"/>.</param>
/// <param name="Direction">Which way.</param>
internal sealed record RowOrder(string Name, string Expression, Type Type, Direction Direction)
{
    /// <summary>The order's name and direction, as cursors carry it.</summary>
    public string Tag => Direction is Direction.Ascending ? Name : $"-{Name}";

    public static RowOrder ByTime(string column, Direction direction) => new(column, $"r.{column}", typeof(DateTime), direction);
}
