using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>A projection as the engine runs it, whatever its rows are.</summary>
internal interface IProjection
{
    /// <summary>Versioned, such as <c>calendar.v1</c>.</summary>
    string Name { get; }

    /// <summary>The name its rows are read under, with its schema. Each build fills a table of its own behind it.</summary>
    string Table { get; }

    /// <summary>Whether a row may be touched by more than one event.</summary>
    bool Revisits { get; }

    /// <summary>What a batch of events does to rows of a table: still to be loaded, folded and written.</summary>
    /// <param name="events">In order.</param>
    /// <param name="table">Where the rows are.</param>
    /// <param name="afresh">Whether the events are all there ever was of these rows: then they are folded from nothing.</param>
    IRowChanges Begin(IReadOnlyList<RecordedEvent> events, string table, bool afresh = false);
}

/// <summary>One batch's way through one projection.</summary>
internal interface IRowChanges
{
    /// <summary>Loads the rows that the batch touches; null when there are none to load.</summary>
    Npgsql.NpgsqlBatchCommand? Load { get; }

    /// <summary>Takes in the loaded rows.</summary>
    Task Read(Npgsql.NpgsqlDataReader reader, CancellationToken ct);

    /// <summary>Folds the events over the rows, and gives the statements that write what came of it: at most one insert, one upsert and one delete.</summary>
    IEnumerable<Npgsql.NpgsqlBatchCommand> Fold();

    /// <summary>The events it could not take in. Complete after <see cref="Fold"/>.</summary>
    IReadOnlyList<ParkedEvent> Parked { get; }
}
