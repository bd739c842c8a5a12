using System.Text.Json.Nodes;

namespace Campaigns.Domain.Evidence;

/// <summary>One event as it stands in the log, for an evidence pack.</summary>
/// <param name="Stream">Which stream it belongs to.</param>
/// <param name="Version">Its place in that, from 1.</param>
/// <param name="Position">Its place in the log, opaque.</param>
/// <param name="Id">Its own id.</param>
/// <param name="Name">Its stored name.</param>
/// <param name="RecordedAt">When it was decided, UTC.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Command">The command it answers; null for a step of our own machinery.</param>
/// <param name="Data">What it holds, without secrets.</param>
public sealed record EvidenceFact(
    string Stream,
    long Version,
    string Position,
    Guid Id,
    string Name,
    DateTimeOffset RecordedAt,
    ActorId Actor,
    CommandId? Command,
    JsonObject Data
);
