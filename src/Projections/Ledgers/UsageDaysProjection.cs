using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Ledgers.LedgerEvent;

namespace Campaigns.Projections.Ledgers;

/// <summary>Sums of ended calls, by day and by what is asked for. Table: <c>read.ai_usage_daily</c>.</summary>
internal sealed class UsageDaysProjection : IRowProjection<Guid, UsageDayRow>
{
    public string Name => ReadModels.AiUsageDaily;

    public IReadOnlyCollection<string> Categories => ["ledger"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => Ended(recorded) is { } attempt ? [IdOf(recorded, attempt)] : [];

    public UsageDayRow? Fold(Guid id, UsageDayRow? row, RecordedEvent recorded)
    {
        if (Ended(recorded) is not { } attempt)
            return row;
        var (cost, guessed) = recorded.Event is Settled settled ? (settled.Cost.Amount, settled.Basis is CostBasis.Bound) : (0, false);
        var (had, usage, done) = (row ?? Empty(id, recorded, attempt), attempt.Usage, attempt.OutcomeClass == OutcomeClasses.Done);
        var latency = (long)attempt.Latency.TotalMilliseconds;
        return had with
        {
            Calls = had.Calls + 1,
            Done = had.Done + (done ? 1 : 0),
            Failed = had.Failed + (done ? 0 : 1),
            InputTokens = had.InputTokens + (usage.Tokens?.Input ?? 0),
            CachedInputTokens = had.CachedInputTokens + (usage.Tokens?.CachedInput ?? 0),
            OutputTokens = had.OutputTokens + (usage.Tokens?.Output ?? 0),
            ThinkingTokens = had.ThinkingTokens + (usage.Tokens?.Thinking ?? 0),
            Images = had.Images + (usage.Images ?? 0),
            VideoSeconds = had.VideoSeconds + (usage.VideoSeconds ?? 0),
            Characters = had.Characters + (usage.Characters ?? 0),
            CostMicroUsd = had.CostMicroUsd + cost,
            EstimatedMicroUsd = had.EstimatedMicroUsd + (guessed ? cost : 0),
            LatencyMs = had.LatencyMs + latency,
            LongestMs = Math.Max(had.LongestMs, latency),
            UpdatedAt = recorded.At,
            LastPosition = recorded.Place,
        };
    }

    private static AttemptRecord? Ended(RecordedEvent recorded) =>
        recorded.Event switch
        {
            Settled e => e.Attempt,
            Released e => e.Attempt,
            _ => null,
        };

    /// <summary>Made of the month too: a clock that was wrong must not make two ledgers share a row.</summary>
    private static Guid IdOf(RecordedEvent recorded, AttemptRecord attempt) =>
        DerivedId.From(
            string.Join(
                '\n',
                "usage",
                recorded.AggregateId,
                DayOf(attempt).ToString("O"),
                attempt.Plan.Model.Provider,
                attempt.Plan.Model.Model,
                attempt.Plan.Operation,
                attempt.Plan.Actor,
                attempt.Plan.Campaign
            )
        );

    private static DateOnly DayOf(AttemptRecord attempt) => DateOnly.FromDateTime(attempt.ReservedAt.UtcDateTime);

    private static UsageDayRow Empty(Guid id, RecordedEvent recorded, AttemptRecord attempt) =>
        new(
            recorded.Tenant.Value,
            id,
            DayOf(attempt),
            attempt.Plan.Model.Provider,
            attempt.Plan.Model.Model,
            attempt.Plan.Operation,
            attempt.Plan.Actor.Value,
            attempt.Plan.Campaign?.Uuid,
            Calls: 0,
            Done: 0,
            Failed: 0,
            InputTokens: 0,
            CachedInputTokens: 0,
            OutputTokens: 0,
            ThinkingTokens: 0,
            Images: 0,
            VideoSeconds: 0,
            Characters: 0,
            CostMicroUsd: 0,
            EstimatedMicroUsd: 0,
            LatencyMs: 0,
            LongestMs: 0,
            recorded.At,
            recorded.Place
        );
}
