using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Generations;

/// <summary>What can happen to one AI job.</summary>
public abstract record GenerationEvent : DomainEvent
{
    private GenerationEvent() { } // closed: every case is below

    /// <summary>A campaign asked for posts. What is needed to write them is copied here.</summary>
    [EventName("generation.text_requested.v1")]
    public sealed record TextRequested(CampaignId Campaign, string Brief, BrandProfile? Brand, WritingOrder Order) : GenerationEvent;

    /// <summary>A campaign asked for a picture.</summary>
    [EventName("generation.image_requested.v1")]
    public sealed record ImageRequested(CampaignId Campaign, ItemId Item, string Prompt, AspectRatio Ratio) : GenerationEvent;

    /// <summary>The intent: a provider is about to be called, and may bill it.</summary>
    [EventName("generation.attempt_started.v1")]
    public sealed record AttemptStarted(int Attempt, DateTimeOffset At) : GenerationEvent;

    /// <summary>The call failed; it is made again at <paramref name="RetryAt"/>.</summary>
    [EventName("generation.attempt_failed.v1")]
    public sealed record AttemptFailed(Problem Problem, DateTimeOffset RetryAt) : GenerationEvent;

    /// <summary>The posts came.</summary>
    [EventName("generation.text_produced.v1")]
    public sealed record TextProduced(IReadOnlyList<DraftPost> Posts, Provenance MadeBy, TokenUsage Usage) : GenerationEvent;

    /// <summary>The picture came, and is stored.</summary>
    [EventName("generation.image_produced.v1")]
    public sealed record ImageProduced(MediaAsset Media, Provenance MadeBy, TokenUsage Usage) : GenerationEvent;

    /// <summary>It will not come.</summary>
    [EventName("generation.failed.v1")]
    public sealed record Failed(Problem Problem) : GenerationEvent;

    /// <summary>The campaign has heard of the outcome.</summary>
    [EventName("generation.delivered.v1")]
    public sealed record Delivered : GenerationEvent;
}
