using Campaigns.EventStore;
using Npgsql;

namespace Campaigns.Projections.Engine;

/// <summary>The rows of one projection that a batch touches: as loaded, then as folded.</summary>
internal sealed class RowChanges<TId, TRow>(IRowProjection<TId, TRow> projection, RowTable<TId, TRow> table, bool afresh) : IRowChanges
    where TId : notnull
    where TRow : class
{
    private readonly List<(RecordedEvent Recorded, TId[] Ids)> work = [];
    private readonly Dictionary<RowKey<TId>, TRow?> rows = [];
    private readonly HashSet<RowKey<TId>> found = [];
    private readonly List<ParkedEvent> parked = [];

    public IReadOnlyList<ParkedEvent> Parked => parked;

    public NpgsqlBatchCommand? Load => projection.Revisits && rows.Count > 0 ? table.Loading(rows.Keys) : null;

    public void Add(RecordedEvent recorded)
    {
        if (recorded.Event is UnreadableEvent { Reason: var reason })
            parked.Add(new(projection.Name, recorded, reason));
        else
            Guard(recorded, () => work.Add((recorded, Touch(recorded))));
    }

    public async Task Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        while (await reader.ReadAsync(ct))
        {
            if (afresh)
            {
                found.Add(RowTable<TId, TRow>.KeyOf(reader)); // what else it says may be what nobody can read
                continue;
            }
            var row = RecordMap<TRow>.Read(reader);
            var key = RowTable<TId, TRow>.KeyOf(row);
            found.Add(key);
            rows[key] = row;
        }
    }

    public IEnumerable<NpgsqlBatchCommand> Fold()
    {
        var touched = new HashSet<RowKey<TId>>();
        foreach (var (recorded, ids) in work)
            Guard(recorded, () => Fold(recorded, ids, touched));

        var kept = touched.Select(key => rows[key]).OfType<TRow>().ToList();
        if (kept.Count > 0)
            yield return table.Writing(kept);

        var gone = (afresh ? found : touched).Where(key => rows[key] is null && found.Contains(key)).ToList();
        if (gone.Count > 0)
            yield return table.Deleting(gone);
    }

    private TId[] Touch(RecordedEvent recorded)
    {
        var ids = projection.KeysOf(recorded).ToArray();
        foreach (var id in ids)
            rows.TryAdd(new(recorded.Tenant.Value, id), null);
        return ids;
    }

    /// <summary>All rows of an event change, or none.</summary>
    private void Fold(RecordedEvent recorded, TId[] ids, HashSet<RowKey<TId>> touched)
    {
        var folded = new (RowKey<TId> Key, TRow? Row)[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var key = new RowKey<TId>(recorded.Tenant.Value, ids[i]);
            folded[i] = (key, projection.Fold(ids[i], rows[key], recorded));
        }
        foreach (var (key, row) in folded)
        {
            if (!ReferenceEquals(rows[key], row))
                touched.Add(key);
            rows[key] = row;
        }
    }

    /// <summary>A projection's mistake over one event must not stop the others: whatever it throws is what gets parked.</summary>
    private void Guard(RecordedEvent recorded, Action step)
    {
        try
        {
            step();
        }
        catch (Exception e)
        {
            parked.Add(new(projection.Name, recorded, Misfit.ReasonOf(e), e));
        }
    }
}
