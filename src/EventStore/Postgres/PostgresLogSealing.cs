using System.Runtime.CompilerServices;
using Campaigns.EventStore.Sealing;
using Campaigns.EventStore.Serialization;
using Campaigns.Keys;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Walks the index of plain events, tenant by tenant. A row is changed only while it is plain, so several may walk at once.</summary>
internal sealed class PostgresLogSealing(NpgsqlDataSource owner, ITenantKeys keys) : ILogSealing
{
    public async IAsyncEnumerable<int> Seal(int batch, [EnumeratorCancellation] CancellationToken ct)
    {
        var after = (Tenant: "", Position: 0L);
        while (!ct.IsCancellationRequested)
        {
            var page = await Asked(() => Plain(after, batch, ct));
            if (page.Count == 0)
                yield break;
            var done = await Asked(() => Replace(page, ct));
            after = (page[^1].Stream.Tenant.Value, (long)page[^1].Position);
            yield return done;
        }
    }

    public async Task Sweep(CancellationToken ct)
    {
        await using var vacuum = owner.CreateCommand("vacuum log.events");
        vacuum.CommandTimeout = 0; // as long as it takes
        await vacuum.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<StoredEvent>> Plain((string Tenant, long Position) after, int most, CancellationToken ct)
    {
        await using var question = owner.CreateCommand(
            """
            select position, stream, version, event_id, name, metadata, data from log.events
            where (tenant, position) > ($1, $2) and key_id is null and stream not like 'erasure-%'
            order by tenant, position limit $3
            """
        );
        question.Parameters.Add(new() { Value = after.Tenant });
        question.Parameters.Add(new() { Value = after.Position });
        question.Parameters.Add(new() { Value = most });
        await using var row = await question.ExecuteReaderAsync(ct);
        var page = new List<StoredEvent>();
        while (await row.ReadAsync(ct))
            page.Add(
                new(
                    (ulong)row.GetInt64(0),
                    StreamName.Parse(row.GetString(1)),
                    row.GetInt64(2),
                    row.GetGuid(3),
                    row.GetString(4),
                    row.GetFieldValue<byte[]>(5),
                    row.GetFieldValue<byte[]>(6)
                )
            );
        return page;
    }

    private async Task<int> Replace(List<StoredEvent> page, CancellationToken ct)
    {
        var (positions, ids, data) = (new long[page.Count], new Guid[page.Count], new byte[page.Count][]);
        for (var i = 0; i < page.Count; i++)
        {
            var stored = page[i];
            var plain = new EncodedEvent(stored.Id, stored.Name, null, default, stored.Metadata, stored.Data);
            var whole = EventSeal.Seal(plain, await keys.ForSealing(stored.Stream.Tenant, ct), stored.Stream, stored.Version);
            (positions[i], ids[i], data[i]) = ((long)stored.Position, whole.KeyId!.Value, whole.Data);
        }
        await using var change = owner.CreateCommand(
            """
            update log.events e set key_id = s.key_id, data = s.data, metadata = ''::bytea, command_id = null
            from unnest($1::bigint[], $2::uuid[], $3::bytea[]) s (position, key_id, data)
            where e.position = s.position and e.key_id is null
            """
        );
        change.Parameters.Add(new() { Value = positions });
        change.Parameters.Add(new() { Value = ids });
        change.Parameters.Add(new() { Value = data });
        return await change.ExecuteNonQueryAsync(ct);
    }

    private static async Task<T> Asked<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is KeysUnavailableException || Outage.Is(e))
        {
            throw Outage.Unavailable(e);
        }
    }
}
