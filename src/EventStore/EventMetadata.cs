using Campaigns.Domain;

namespace Campaigns.EventStore;

/// <summary>What stands beside a fact: who asked, with which command, as a result of what, and when. The tenant is the stream's.</summary>
/// <param name="Actor">Who asked.</param>
/// <param name="RecordedAt">When it was decided, UTC.</param>
/// <param name="Command">The command it answers; null for a saga's own steps.</param>
/// <param name="CommandHash">SHA-256 over the command's body, base64url; another body under a used id is refused by it.</param>
/// <param name="CausationId">The event or command that led to this one; null when a person's command did.</param>
/// <param name="CorrelationId">Shared by everything that one request set in motion.</param>
/// <param name="TraceParent">W3C trace context of the request.</param>
public sealed record EventMetadata(
    ActorId Actor,
    DateTimeOffset RecordedAt,
    CommandId? Command = null,
    string? CommandHash = null,
    string? CausationId = null,
    string? CorrelationId = null,
    string? TraceParent = null
);
