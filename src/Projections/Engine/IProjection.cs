using Campaigns.EventStore;

namespace Campaigns.Projections.Engine;

/// <summary>A projection as the engine runs it, whatever its rows are.</summary>
internal interface IProjection
{
    /// <summary>Versioned, such as <c>calendar.v1</c>.</summary>
    string Name { get; }

    /// <summary>The table it fills, with its schema.</summary>
    string Table { get; }

    /// <summary>What a batch of events does to its rows: still to be loaded, folded and written.</summary>
    IRowChanges Begin(IReadOnlyList<RecordedEvent> events);
}

/// <summary>One batch's way through one projection.</summary>
internal interface IRowChanges
{
    /// <summary>Loads the rows that the batch touches; null when there are none to load.</summary>
    Npgsql.NpgsqlBatchCommand? Load { get; }

    /// <summary>Takes in the loaded rows.</summary>
    Task Read(Npgsql.NpgsqlDataReader reader, CancellationToken ct);

    /// <summary>Folds the events over the rows, and gives the statements that write what came of it: at most one upsert and one delete.</summary>
    IEnumerable<Npgsql.NpgsqlBatchCommand> Fold();

    /// <summary>The events it could not take in. Complete after <see cref="Fold"/>.</summary>
    IReadOnlyList<ParkedEvent> Parked { get; }
}
