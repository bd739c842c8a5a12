using Campaigns.EventStore;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Tests.Engine;

/// <summary>A projection that cannot take in some events, until its program is mended.</summary>
internal sealed class Brittle<TId, TRow>(IRowProjection<TId, TRow> whole, Func<RecordedEvent, bool> breaks) : IRowProjection<TId, TRow>
    where TId : notnull
    where TRow : class
{
    public string Name => whole.Name;

    public IReadOnlyCollection<string> Categories => whole.Categories;

    public bool Revisits => whole.Revisits;

    public IEnumerable<TId> KeysOf(RecordedEvent recorded) => whole.KeysOf(recorded);

    public bool IsOf(TRow row, RecordedEvent recorded) => whole.IsOf(row, recorded);

    public TRow? Fold(TId id, TRow? row, RecordedEvent recorded) =>
        breaks(recorded) ? throw new InvalidOperationException("It breaks.") : whole.Fold(id, row, recorded);
}
