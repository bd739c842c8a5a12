using Campaigns.Domain;
using Campaigns.Domain.Generations;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Generations.GenerationEvent;

namespace Campaigns.Projections.Generations;

/// <summary>One row per AI job. Table: <c>read.generations</c>.</summary>
internal sealed class GenerationsProjection : IRowProjection<Guid, GenerationRow>
{
    public string Name => ReadModels.Generations;

    public IReadOnlyCollection<string> Categories => ["generation"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public GenerationRow? Fold(Guid id, GenerationRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, TextRequested e) => Begin(id, GenerationKind.Text, e.Campaign.Uuid, item: null, recorded),
            (null, ImageRequested e) => Begin(id, GenerationKind.Image, e.Campaign.Uuid, e.Item.Uuid, recorded),
            (null, _) => null,
            ({ } known, var happened) => Changed(known, happened, recorded) with { UpdatedAt = recorded.At, LastPosition = recorded.Place },
        };

    private static GenerationRow Changed(GenerationRow row, DomainEvent happened, RecordedEvent recorded) =>
        happened switch
        {
            AttemptStarted e => row with { State = GenerationState.Running, Attempts = e.Attempt, NextTryAt = null },
            AttemptFailed e => row with { State = GenerationState.Retrying, NextTryAt = e.RetryAt, LastProblem = e.Problem },
            TextProduced e => Made(row, e.MadeBy, e.Usage, recorded),
            ImageProduced e => Made(row, e.MadeBy, e.Usage, recorded),
            Failed e => row with { State = GenerationState.Failed, LastProblem = e.Problem, NextTryAt = null, FinishedAt = recorded.At },
            Delivered => row with { Delivered = true },
            _ => row,
        };

    private static GenerationRow Made(GenerationRow row, Provenance madeBy, TokenUsage usage, RecordedEvent recorded) =>
        row with
        {
            State = GenerationState.Done,
            NextTryAt = null,
            Provider = madeBy.Provider,
            Model = madeBy.Model,
            PromptVersion = madeBy.PromptVersion,
            InputTokens = usage.Input,
            CachedInputTokens = usage.CachedInput,
            OutputTokens = usage.Output,
            ThinkingTokens = usage.Thinking,
            FinishedAt = recorded.At,
        };

    private static GenerationRow Begin(Guid id, GenerationKind kind, Guid campaign, Guid? item, RecordedEvent recorded) =>
        new(
            recorded.Tenant.Value,
            id,
            kind,
            campaign,
            item,
            GenerationState.Requested,
            Attempts: 0,
            NextTryAt: null,
            LastProblem: null,
            Provider: null,
            Model: null,
            PromptVersion: null,
            InputTokens: null,
            CachedInputTokens: null,
            OutputTokens: null,
            ThinkingTokens: null,
            Delivered: false,
            RequestedAt: recorded.At,
            RequestedBy: recorded.Actor,
            FinishedAt: null,
            UpdatedAt: recorded.At,
            recorded.Place
        );
}
