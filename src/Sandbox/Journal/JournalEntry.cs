using System.Text.Json;

namespace Campaigns.Sandbox.Journal;

/// <summary>One thing the outside world did or refused. <c>Outcome</c>: ok, error, or lost (done, but the answer never arrived).</summary>
internal sealed record JournalEntry(
    long Seq,
    DateTimeOffset At,
    string Provider,
    string Operation,
    string? Account,
    JsonElement? Arguments,
    string Outcome,
    string? Error,
    JsonElement? Result
);
