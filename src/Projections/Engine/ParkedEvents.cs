using Campaigns.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Campaigns.Projections.Engine;

/// <summary>The table <c>read.parked</c>: what each build could not take in.</summary>
internal static class ParkedEvents
{
    public static NpgsqlBatchCommand Parking(List<(Build Build, ParkedEvent Event)> parked, DateTimeOffset now) =>
        new(
            """
            insert into read.parked (projection, slot, position, stream, tenant, event, reason, parked_at)
            select *, $8 from unnest($1, $2, $3, $4, $5, $6, $7)
            on conflict (projection, slot, position) do update set reason = excluded.reason, parked_at = excluded.parked_at, retry_asked_at = null
            """
        )
        {
            Parameters =
            {
                Texts(parked.ConvertAll(one => one.Build.Name)),
                Texts(parked.ConvertAll(one => one.Build.Slot)),
                new() { Value = parked.ConvertAll(one => StoredPosition.ToColumn(one.Event.Recorded.Position)) },
                Texts(parked.ConvertAll(one => one.Event.Recorded.Stream.Value)),
                Texts(parked.ConvertAll(one => one.Event.Recorded.Tenant.Value)),
                Texts(parked.ConvertAll(one => one.Event.Recorded.Name)),
                Texts(parked.ConvertAll(one => Plain(one.Event.Reason))),
                new() { Value = now.UtcDateTime },
            },
        };

    /// <summary>Takes out whatever is parked of a stream.</summary>
    public static NpgsqlBatchCommand TakingOut(Build build, StreamName stream) =>
        OfStream("delete from read.parked where projection = $1 and slot = $2 and stream = $3", build, stream);

    /// <summary>Leaves what is parked of a stream, with the reason why the retry failed.</summary>
    public static NpgsqlBatchCommand Leaving(Build build, StreamName stream, string reason)
    {
        var command = OfStream(
            """
            update read.parked set retry_asked_at = null, reason = $4
            where projection = $1 and slot = $2 and stream = $3 and retry_asked_at is not null
            """,
            build,
            stream
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Plain(reason) });
        return command;
    }

    /// <summary>The streams of which an operator asked for another try, of builds of named projections that are folded; at most 100 at a time.</summary>
    public static async Task<IReadOnlyList<(string Projection, string Slot, StreamName Stream)>> Asked(
        NpgsqlDataSource source,
        string[] names,
        CancellationToken ct
    )
    {
        await using var command = source.CreateCommand(
            """
            select distinct p.projection, p.slot, p.stream
            from read.parked p join read.checkpoint c using (projection, slot)
            where p.retry_asked_at is not null and c.state <> 'kept' and p.projection = any ($1)
            limit 100
            """
        );
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var asked = new List<(string, string, StreamName)>();
        while (await reader.ReadAsync(ct))
            asked.Add((reader.GetString(0), reader.GetString(1), StreamName.Parse(reader.GetString(2))));
        return asked;
    }

    private static NpgsqlBatchCommand OfStream(string statement, Build build, StreamName stream) =>
        new(statement)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = build.Name },
                new NpgsqlParameter<string> { TypedValue = build.Slot },
                new NpgsqlParameter<string> { TypedValue = stream.Value },
            },
        };

    private static NpgsqlParameter Texts(List<string> texts) =>
        new() { Value = texts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    /// <summary>Postgres has no character zero.</summary>
    private static string Plain(string reason) => reason.Replace("\0", "", StringComparison.Ordinal);
}
