using System.Linq.Expressions;
using System.Reflection;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>A positional record and the columns it is read from and written to, by the convention <c>DueAt</c> = <c>due_at</c>.</summary>
internal static class RecordMap<TRow>
{
    private static readonly ConstructorInfo Constructor = typeof(TRow).GetConstructors().MaxBy(made => made.GetParameters().Length)!;

    /// <summary>In the order of the record's parameters.</summary>
    public static IReadOnlyList<Column<TRow>> Columns { get; } =
    [.. Constructor.GetParameters().Select(p => Column.For<TRow>(p, typeof(TRow).GetProperty(p.Name!)!))];

    /// <summary>Makes a record of a reader's first columns, which must be the record's.</summary>
    public static Func<NpgsqlDataReader, TRow> Read { get; } = Compile();

    /// <summary>The columns for a select, each with the table's alias.</summary>
    public static string Select(string alias) => string.Join(", ", Columns.Select(column => $"{alias}.{column.Name}"));

    private static Func<NpgsqlDataReader, TRow> Compile()
    {
        var reader = Expression.Parameter(typeof(NpgsqlDataReader));
        var values = Columns.Select(
            (column, i) => Expression.Call(Expression.Constant(column), "Read", null, reader, Expression.Constant(i))
        );
        return Expression.Lambda<Func<NpgsqlDataReader, TRow>>(Expression.New(Constructor, values), reader).Compile();
    }
}
