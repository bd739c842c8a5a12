namespace Campaigns.Projections.Engine;

/// <summary>Where rows of a record live: a table of schema <c>read</c>, keyed by tenant and one more column.</summary>
/// <param name="table">Its name, without the schema.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ReadTableAttribute(string table) : Attribute
{
    public string Table { get; } = table;

    /// <summary>The property that, with the tenant, names a row.</summary>
    public string Id { get; init; } = "Id";
}

/// <summary>A text property that holds a place in the log: stored as a number, so that it sorts.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class LogPlaceAttribute : Attribute;
