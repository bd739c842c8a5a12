using System.Text.Json.Serialization;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Generations;

/// <summary>What can happen to one AI job.</summary>
public abstract record GenerationEvent : DomainEvent
{
    private GenerationEvent() { } // closed: every case is below

    /// <summary>A campaign asked for posts. What is needed to write them is copied here. Written no more: see <see cref="Requested"/>.</summary>
    [EventName("generation.text_requested.v1")]
    public sealed record TextRequested(CampaignId Campaign, string Brief, BrandProfile? Brand, WritingOrder Order) : GenerationEvent;

    /// <summary>A campaign asked for a picture. Written no more: see <see cref="Requested"/>.</summary>
    [EventName("generation.image_requested.v1")]
    public sealed record ImageRequested(CampaignId Campaign, ItemId Item, string Prompt, AspectRatio Ratio) : GenerationEvent;

    /// <summary>A campaign asked for something to be made. All that is needed for it is copied here.</summary>
    [EventName("generation.requested.v1")]
    public sealed record Requested(GenerationJob Job, GenerationPlan Plan) : GenerationEvent;

    /// <summary>A job from before models were chosen by job was given its plan.</summary>
    [EventName("generation.planned.v1")]
    public sealed record Planned(GenerationPlan Plan) : GenerationEvent;

    /// <summary>The intent: a provider is about to be called, and may bill it.</summary>
    /// <param name="Attempt">The how manieth call of this job.</param>
    /// <param name="At">When, UTC.</param>
    /// <param name="Model">Who is called; null from before this was kept.</param>
    /// <param name="Reserved">What was set aside for it; null from before this was kept.</param>
    [EventName("generation.attempt_started.v1")]
    public sealed record AttemptStarted(
        int Attempt,
        DateTimeOffset At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ModelChoice? Model = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AttemptReservation? Reserved = null
    ) : GenerationEvent;

    /// <summary>The provider works on it, and told what to ask about it by.</summary>
    /// <param name="Attempt">Which call began it.</param>
    /// <param name="Operation">The provider's name of it.</param>
    /// <param name="RequestId">The provider's id of the call; null when it gave none.</param>
    [EventName("generation.operation_begun.v1")]
    public sealed record OperationBegun(int Attempt, string Operation, string? RequestId) : GenerationEvent;

    /// <summary>The provider says how far it is.</summary>
    /// <param name="Attempt">Of which call.</param>
    /// <param name="Share">0 to 1.</param>
    [EventName("generation.progress_made.v1")]
    public sealed record ProgressMade(int Attempt, double Share) : GenerationEvent;

    /// <summary>A call ended, in whichever way.</summary>
    /// <param name="Attempt">Which.</param>
    /// <param name="OutcomeClass">One of <see cref="OutcomeClasses"/>.</param>
    /// <param name="ModelNamed">The model as the reply named it.</param>
    /// <param name="Usage">As the provider measured it.</param>
    /// <param name="Latency">From asking to the end.</param>
    /// <param name="RequestId">The provider's own id of the call; null when it gave none.</param>
    /// <param name="Problem">What went wrong; null when nothing did.</param>
    [EventName("generation.attempt_ended.v1")]
    public sealed record AttemptEnded(
        int Attempt,
        string OutcomeClass,
        string ModelNamed,
        MeasuredUsage Usage,
        TimeSpan Latency,
        string? RequestId,
        Problem? Problem
    ) : GenerationEvent;

    /// <summary>The ledger has heard what a call cost.</summary>
    [EventName("generation.attempt_settled.v1")]
    public sealed record AttemptSettled(int Attempt) : GenerationEvent;

    /// <summary>The call failed; it is made again at <paramref name="RetryAt"/>.</summary>
    [EventName("generation.attempt_failed.v1")]
    public sealed record AttemptFailed(Problem Problem, DateTimeOffset RetryAt) : GenerationEvent;

    /// <summary>Another model is asked.</summary>
    /// <param name="Problem">Why not the one before.</param>
    /// <param name="Place">Whose turn it is: its place in the chain, from 0.</param>
    /// <param name="IsLasting">Whether the one before need not be asked again.</param>
    /// <param name="RetryAt">Not before.</param>
    [EventName("generation.moved_on.v1")]
    public sealed record MovedOn(Problem Problem, int Place, bool IsLasting, DateTimeOffset RetryAt) : GenerationEvent;

    /// <summary>The answer does not fit what was ordered; the model is asked to mend it, once.</summary>
    /// <param name="Attempt">Which call brought it.</param>
    /// <param name="Answer">As it came.</param>
    /// <param name="Faults">What is wrong, a sentence each.</param>
    /// <param name="Usable">What of it can be used as it is; null when nothing.</param>
    [EventName("generation.answer_faulty.v1")]
    public sealed record AnswerFaulty(
        int Attempt,
        string Answer,
        IReadOnlyList<string> Faults,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GenerationResult? Usable
    ) : GenerationEvent;

    /// <summary>The posts came.</summary>
    /// <param name="Posts">In the order that was asked for.</param>
    /// <param name="MadeBy">What made them.</param>
    /// <param name="Usage">Tokens of all calls together.</param>
    /// <param name="Missing">What was ordered and did not come, and why; null when all came.</param>
    [EventName("generation.text_produced.v1")]
    public sealed record TextProduced(
        IReadOnlyList<DraftPost> Posts,
        Provenance MadeBy,
        TokenUsage Usage,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null
    ) : GenerationEvent;

    /// <summary>An item was written anew.</summary>
    [EventName("generation.rewritten.v1")]
    public sealed record Rewritten(
        IReadOnlyList<DraftPost> Variants,
        Provenance MadeBy,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Missing = null
    ) : GenerationEvent;

    /// <summary>The brief was improved.</summary>
    [EventName("generation.brief_improved.v1")]
    public sealed record BriefImproved(string Brief, Provenance MadeBy) : GenerationEvent;

    /// <summary>The picture came, and is stored.</summary>
    [EventName("generation.image_produced.v1")]
    public sealed record ImageProduced(MediaAsset Media, Provenance MadeBy, TokenUsage Usage) : GenerationEvent;

    /// <summary>The clip or the voice came, and is stored.</summary>
    [EventName("generation.media_produced.v1")]
    public sealed record MediaProduced(MediaAsset Media, Provenance MadeBy) : GenerationEvent;

    /// <summary>Someone called it off.</summary>
    [EventName("generation.cancel_requested.v1")]
    public sealed record CancelRequested(ActorId By) : GenerationEvent;

    /// <summary>It will not come.</summary>
    [EventName("generation.failed.v1")]
    public sealed record Failed(Problem Problem) : GenerationEvent;

    /// <summary>The campaign has heard of the outcome.</summary>
    [EventName("generation.delivered.v1")]
    public sealed record Delivered : GenerationEvent;
}

/// <summary>What was set aside for a call.</summary>
/// <param name="Month">In whose ledger.</param>
/// <param name="Amount">How much.</param>
/// <param name="PriceVersion">By which prices.</param>
public sealed record AttemptReservation(LedgerMonth Month, MicroUsd Amount, string PriceVersion);
