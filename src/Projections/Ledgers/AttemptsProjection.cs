using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Ledgers.LedgerEvent;

namespace Campaigns.Projections.Ledgers;

/// <summary>One row per call to an AI provider. Table: <c>read.ai_attempts</c>.</summary>
internal sealed class AttemptsProjection : IRowProjection<Guid, AttemptRow>
{
    public string Name => ReadModels.AiAttempts;

    public IReadOnlyCollection<string> Categories => ["ledger"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) =>
        recorded.Event switch
        {
            Reserved e => [IdOf(recorded, e.Plan.Attempt)],
            Settled e => [IdOf(recorded, e.Attempt.Plan.Attempt)],
            Released e => [IdOf(recorded, e.Attempt.Plan.Attempt)],
            _ => [],
        };

    public AttemptRow? Fold(Guid id, AttemptRow? row, RecordedEvent recorded) =>
        recorded.Event switch
        {
            Reserved e => Begun(id, recorded, e.Plan, e.Amount, e.PriceVersion, e.At),
            Settled e => Ended(id, recorded, e.Attempt, e.Amount) with
            {
                State = AttemptState.Settled,
                CostMicroUsd = e.Cost.Amount,
                CostBasis = e.Basis,
            },
            Released e => Ended(id, recorded, e.Attempt, e.Amount) with { State = AttemptState.Released, CostMicroUsd = 0 },
            _ => row,
        };

    /// <summary>Made of the month too, so that whatever ids calls are given, a row is one ledger's.</summary>
    private static Guid IdOf(RecordedEvent recorded, AttemptId attempt) => DerivedId.From($"attempt\n{recorded.AggregateId}\n{attempt}");

    private static AttemptRow Ended(Guid id, RecordedEvent recorded, AttemptRecord attempt, MicroUsd amount) =>
        Begun(id, recorded, attempt.Plan, amount, attempt.PriceVersion, attempt.ReservedAt) with
        {
            ModelNamed = attempt.ModelNamed,
            RequestId = attempt.RequestId,
            OutcomeClass = attempt.OutcomeClass,
            ProblemClass = attempt.Problem?.Class,
            ErrorCode = attempt.Problem?.Code,
            ErrorMessage = attempt.Problem?.Message,
            InputTokens = attempt.Usage.Tokens?.Input,
            CachedInputTokens = attempt.Usage.Tokens?.CachedInput,
            OutputTokens = attempt.Usage.Tokens?.Output,
            ThinkingTokens = attempt.Usage.Tokens?.Thinking,
            Images = attempt.Usage.Images,
            ImageSize = attempt.Usage.ImageSize,
            VideoSeconds = attempt.Usage.VideoSeconds,
            Characters = attempt.Usage.Characters,
            LatencyMs = (long)attempt.Latency.TotalMilliseconds,
            EndedAt = recorded.At,
        };

    private static AttemptRow Begun(
        Guid id,
        RecordedEvent recorded,
        AttemptPlan plan,
        MicroUsd amount,
        string priceVersion,
        DateTimeOffset at
    ) =>
        new(
            recorded.Tenant.Value,
            id,
            plan.Attempt.Value,
            recorded.Month.Value,
            AttemptState.Reserved,
            plan.Operation,
            plan.Model.Provider,
            plan.Model.Model,
            ModelNamed: null,
            plan.Campaign?.Uuid,
            plan.Generation?.Uuid,
            plan.Actor.Value,
            RequestId: null,
            OutcomeClass: null,
            ProblemClass: null,
            ErrorCode: null,
            ErrorMessage: null,
            InputTokens: null,
            CachedInputTokens: null,
            OutputTokens: null,
            ThinkingTokens: null,
            Images: null,
            ImageSize: null,
            VideoSeconds: null,
            Characters: null,
            amount.Amount,
            CostMicroUsd: null,
            CostBasis: null,
            priceVersion,
            LatencyMs: null,
            at,
            EndedAt: null,
            recorded.At,
            recorded.Place
        );
}
