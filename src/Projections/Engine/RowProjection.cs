using System.Collections.Frozen;
using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>Runs an <see cref="IRowProjection{TId,TRow}"/> over its table.</summary>
internal sealed class RowProjection<TId, TRow>(IRowProjection<TId, TRow> projection) : IProjection
    where TId : notnull
    where TRow : class
{
    private readonly FrozenSet<string> categories = projection.Categories.ToFrozenSet();

    public string Name => projection.Name;

    public string Table => RowTable<TId, TRow>.ReadName;

    public bool Revisits => projection.Revisits;

    public IRowChanges Begin(IReadOnlyList<RecordedEvent> events, string table, bool afresh = false)
    {
        var changes = new RowChanges<TId, TRow>(projection, RowTable<TId, TRow>.Of(table), afresh);
        foreach (var recorded in events)
            if (categories.Count == 0 || categories.Contains(recorded.Stream.Category))
                changes.Add(recorded);
        return changes;
    }
}
