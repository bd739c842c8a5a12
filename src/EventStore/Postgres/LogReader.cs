using Campaigns.EventStore.Sealing;
using Campaigns.EventStore.Serialization;
using Npgsql;

namespace Campaigns.EventStore.Postgres;

/// <summary>Reads the table page by page, so that no slow caller keeps a connection.</summary>
internal sealed class LogReader(NpgsqlDataSource source, PostgresEventStoreOptions options)
{
    private const string Columns = "select position, stream, version, event_id, name, metadata, data, key_id from log.events";

    /// <summary>Events of one stream in order; fewer than <paramref name="most"/> only at its end.</summary>
    public Task<List<StoredEvent>> OfStream(StreamName stream, long after, int most, CancellationToken ct) =>
        Page($"{Columns} where stream = $1 and version > $2 order by version limit $3", [stream.Value, after, most], ct);

    /// <summary>Events of the streams whose names lie in a stretch, in their order, after one of them; fewer only at its end.</summary>
    public Task<List<StoredEvent>> Within(string from, string upTo, string stream, long version, int most, CancellationToken ct) =>
        Page(
            $"{Columns} where stream >= $1 and stream < $2 and (stream, version) > ($3, $4) order by stream, version limit $5",
            [from, upTo, stream, version, most],
            ct
        );

    /// <summary>Events of all streams in the order of commits; fewer than <paramref name="most"/> only at the log's end.</summary>
    public Task<List<StoredEvent>> OfAll(LogPosition after, int most, CancellationToken ct) =>
        Page($"{Columns} where position > $1 order by position limit $2", [Bounded(after), most], ct);

    /// <summary>All events after one position, up to and with another, each decoded as it arrives: its bytes are garbage at once.</summary>
    public async Task<List<RecordedEvent>> Between(LogPosition after, LogPosition upTo, SealedLog seals, CancellationToken ct)
    {
        var locked = new List<(int Place, StoredEvent Stored)>();
        var place = 0;
        var page = await Query(
            $"{Columns} where position > $1 and position <= $2 order by position",
            [Bounded(after), Bounded(upTo)],
            row =>
            {
                var stored = Stored(row);
                if (!seals.TryRead(stored, out var recorded))
                    locked.Add((place, stored)); // its key must be asked for, which cannot be done in the middle of an answer
                place++;
                return recorded;
            },
            ct
        );
        if (locked.Count > 0)
            foreach (var (one, recorded) in locked.Zip(await seals.Read([.. locked.Select(one => one.Stored)], ct)))
                page[one.Place] = recorded;
        return page;
    }

    public async Task<LogPosition> Head(CancellationToken ct) =>
        new((ulong)(await Query("select position from log.head", [], reader => reader.GetInt64(0), ct)).Single());

    private Task<List<StoredEvent>> Page(string query, object[] arguments, CancellationToken ct) => Query(query, arguments, Stored, ct);

    private static StoredEvent Stored(NpgsqlDataReader row) =>
        new(
            (ulong)row.GetInt64(0),
            StreamName.Parse(row.GetString(1)),
            row.GetInt64(2),
            row.GetGuid(3),
            row.GetString(4),
            row.GetFieldValue<byte[]>(5),
            row.GetFieldValue<byte[]>(6),
            row.IsDBNull(7) ? null : row.GetGuid(7)
        );

    private async Task<List<T>> Query<T>(string query, object[] arguments, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await QueryOnce(query, arguments, read, ct);
            }
            catch (Exception cut) when (attempt == 1 && Outage.IsCut(cut))
            {
                continue; // the pool's connection may have died while it lay there; reading again harms nothing
            }
            catch (Exception outage) when (!ct.IsCancellationRequested && Outage.Is(outage))
            {
                throw Outage.Unavailable(outage);
            }
        }
    }

    private async Task<List<T>> QueryOnce<T>(string query, object[] arguments, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var connection = await Open(ct);
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = (int)options.AnswerPatience.TotalSeconds };
        foreach (var argument in arguments)
            command.Parameters.Add(new() { Value = argument });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    private async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(options.ConnectPatience);
        return await source.OpenConnectionAsync(patience.Token);
    }

    private static long Bounded(LogPosition position) => (long)Math.Min(position.ToUInt64(), long.MaxValue);
}
