using System.Text.Json;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.History;

/// <summary>One event, for people: as <c>read.history</c> holds it.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Id">The event's own id.</param>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Kind">The kind of aggregate, such as <c>publication</c>.</param>
/// <param name="Aggregate">The aggregate's id; null for the tenant's settings.</param>
/// <param name="Campaign">The campaign it is about, where the event itself tells.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Name">The name it was stored under, such as <c>publication.scheduled.v1</c>.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Actor">Who asked: a user id, or <c>system:…</c>.</param>
/// <param name="Command">The command it answers; null for a saga's own steps.</param>
/// <param name="Summary">What happened, in one English sentence.</param>
/// <param name="Data">What the event holds, without secrets.</param>
[ReadTable("history", Id = nameof(Position))]
public sealed record HistoryRow(
    string Tenant,
    long Position,
    Guid Id,
    string Stream,
    string Kind,
    Guid? Aggregate,
    Guid? Campaign,
    long Version,
    string Name,
    DateTimeOffset At,
    string Actor,
    string? Command,
    string Summary,
    JsonElement Data
);
