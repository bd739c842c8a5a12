namespace Campaigns.EventStore.Postgres;

/// <summary>What the log holds where a stale append was to go.</summary>
/// <param name="Version">The stream's version.</param>
/// <param name="Ids">Ids of the events after the expected version, at most as many as the append has.</param>
/// <param name="LastPosition">Position of the event at the version the append would have led to; 0 when there is none.</param>
internal readonly record struct StreamPlace(long Version, Guid[] Ids, long LastPosition)
{
    public const string Query = """
        select
          coalesce((select max(e.version) from log.events e where e.stream = a.stream), 0),
          array(select e.event_id from log.events e
                where e.stream = a.stream and e.version > a.expected and e.version <= a.expected + a.events order by e.version),
          (select e.position from log.events e where e.stream = a.stream and e.version = a.expected + a.events)
        from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality a (stream, expected, events, place)
        order by a.place
        """;

    /// <summary>Whether these very events are there already: the append is a repeat, and succeeded the first time.</summary>
    public bool Holds(PendingAppend append) => Ids.AsSpan().SequenceEqual(Array.ConvertAll(append.Events, e => e.Id));
}
