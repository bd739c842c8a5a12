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
        if (recorded.Event is ErasedEvent)
            return; // nothing of its tenant is left to be shown
        if (recorded.Event is UnreadableEvent { Reason: var reason })
            parked.Add(new(projection.Name, recorded, reason));
        else
            try
            {
                work.Add((recorded, Touch(recorded)));
            }
            catch (Exception e)
            {
                Park(recorded, e);
            }
    }

    public async Task Read(NpgsqlDataReader reader, CancellationToken ct)
    {
        while (await reader.ReadAsync(ct))
        {
            if (Standing(reader) is not { } row)
            {
                found.Add(RowTable<TId, TRow>.KeyOf(reader));
                continue;
            }
            var key = RowTable<TId, TRow>.KeyOf(row);
            found.Add(key);
            rows[key] = row;
        }
    }

    public IEnumerable<NpgsqlBatchCommand> Fold()
    {
        var touched = new HashSet<RowKey<TId>>();
        foreach (var (recorded, ids) in work)
            try
            {
                Fold(recorded, ids, touched);
            }
            catch (Exception e)
            {
                Park(recorded, e);
            }

        List<TRow> added = [],
            changed = [];
        foreach (var key in touched)
            if (rows[key] is { } row)
                (IsNew(key) ? added : changed).Add(row);
        if (added.Count > 0)
            yield return table.Adding(added);
        if (changed.Count > 0)
            yield return table.Writing(changed);

        var gone = (afresh ? found : touched).Where(key => rows[key] is null && found.Contains(key)).ToList();
        if (gone.Count > 0)
            yield return table.Deleting(gone);
    }

    /// <summary>The row to fold on; null where it is folded afresh, all that a stream's rows are: then nobody need be able to read it.</summary>
    private TRow? Standing(NpgsqlDataReader reader)
    {
        try
        {
            var row = RecordMap<TRow>.Read(reader);
            return afresh && (work.Count == 0 || projection.IsOf(row, work[0].Recorded)) ? null : row;
        }
        catch (Exception e) when (afresh && Misfit.IsAboutTheData(e))
        {
            return null;
        }
    }

    /// <summary>Whether the table certainly has no such row. What is folded afresh may be there without having been looked for.</summary>
    private bool IsNew(RowKey<TId> key) => !afresh && !found.Contains(key);

    private TId[] Touch(RecordedEvent recorded)
    {
        var keys = projection.KeysOf(recorded);
        var ids = keys as TId[] ?? [.. keys];
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
            var row = rows[key];
            folded[i] = (key, row is null || projection.IsOf(row, recorded) ? projection.Fold(ids[i], row, recorded) : row);
        }
        foreach (var (key, row) in folded)
        {
            if (!ReferenceEquals(rows[key], row))
                touched.Add(key);
            rows[key] = row;
        }
    }

    /// <summary>A projection's mistake over one event must not stop the others: whatever it throws is what gets parked.</summary>
    private void Park(RecordedEvent recorded, Exception why) => parked.Add(new(projection.Name, recorded, Misfit.ReasonOf(why), why));
}
