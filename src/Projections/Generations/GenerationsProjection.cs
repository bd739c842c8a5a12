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
            (null, Requested e) => Begin(id, KindOf(e.Job), e.Job.Campaign.Uuid, e.Job.ForItem?.Uuid, recorded) with
            {
                Part = e.Job switch
                {
                    GenerationJob.Image image => image.Part,
                    GenerationJob.Video video => video.Part,
                    GenerationJob.Speech speech => speech.Part,
                    _ => null,
                },
                RequestedBy = e.Plan.By.Value,
                Chain = e.Plan.Chain,
            },
            (null, _) => null,
            ({ } known, var happened) => Changed(known, happened, recorded) with { UpdatedAt = recorded.At, LastPosition = recorded.Place },
        };

    private static GenerationRow Changed(GenerationRow row, DomainEvent happened, RecordedEvent recorded) =>
        happened switch
        {
            Planned e => row with { Chain = e.Plan.Chain },
            AttemptStarted e => row with
            {
                State = GenerationState.Running,
                Attempts = e.Attempt,
                NextTryAt = null,
                Progress = null,
                Calls = [.. row.Calls ?? [], new CallOfGeneration(e.Attempt, e.Model, e.At, e.Reserved?.Amount)],
            },
            OperationBegun e => Call(row, e.Attempt, call => call with { Operation = e.Operation, RequestId = e.RequestId }),
            ProgressMade e => row with { Progress = (int)Math.Round(e.Share * 100) },
            AttemptEnded e => Call(
                row,
                e.Attempt,
                call =>
                    call with
                    {
                        Outcome = e.OutcomeClass,
                        LatencyMs = (long)e.Latency.TotalMilliseconds,
                        RequestId = e.RequestId ?? call.RequestId,
                        Problem = e.Problem,
                    }
            ),
            AttemptFailed e => row with { State = GenerationState.Retrying, NextTryAt = e.RetryAt, LastProblem = e.Problem },
            MovedOn e => row with { State = GenerationState.Retrying, NextTryAt = e.RetryAt, LastProblem = e.Problem },
            AnswerFaulty e => row with { State = GenerationState.Retrying, Faults = e.Faults },
            CancelRequested => row with { CancelRequested = true },
            TextProduced e => Made(row, e.MadeBy, e.Usage, recorded) with { Missing = e.Missing },
            ImageProduced e => Made(row, e.MadeBy, e.Usage, recorded),
            Rewritten e => Made(row, e.MadeBy, usage: null, recorded) with { Missing = e.Missing },
            BriefImproved e => Made(row, e.MadeBy, usage: null, recorded),
            MediaProduced e => Made(row, e.MadeBy, usage: null, recorded),
            Failed e => row with
            {
                State = e.Problem.Class is ProblemClass.Cancelled ? GenerationState.Cancelled : GenerationState.Failed,
                LastProblem = e.Problem,
                NextTryAt = null,
                FinishedAt = recorded.At,
            },
            Delivered => row with { Delivered = true },
            _ => row,
        };

    private static GenerationRow Call(GenerationRow row, int attempt, Func<CallOfGeneration, CallOfGeneration> change) =>
        row with
        {
            Calls = [.. (row.Calls ?? []).Select(call => call.Number == attempt ? change(call) : call)],
        };

    private static GenerationKind KindOf(GenerationJob job) =>
        job switch
        {
            GenerationJob.Image => GenerationKind.Image,
            GenerationJob.Video => GenerationKind.Video,
            GenerationJob.Speech => GenerationKind.Speech,
            GenerationJob.Rewrite => GenerationKind.Rewrite,
            GenerationJob.Improve => GenerationKind.Brief,
            _ => GenerationKind.Text,
        };

    private static GenerationRow Made(GenerationRow row, Provenance madeBy, TokenUsage? usage, RecordedEvent recorded) =>
        row with
        {
            State = GenerationState.Done,
            NextTryAt = null,
            Provider = madeBy.Provider,
            Model = madeBy.Model,
            PromptVersion = madeBy.PromptVersion,
            InputTokens = usage?.Input,
            CachedInputTokens = usage?.CachedInput,
            OutputTokens = usage?.Output,
            ThinkingTokens = usage?.Thinking,
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
            Part: null,
            Chain: null,
            Calls: null,
            Progress: null,
            Faults: null,
            Missing: null,
            CancelRequested: false,
            UpdatedAt: recorded.At,
            recorded.Place
        );
}
