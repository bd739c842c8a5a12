using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Generations;

/// <summary>One AI job, as <c>read.generations</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it makes.</param>
/// <param name="Campaign">For which campaign.</param>
/// <param name="Item">For which item; null when it writes for the whole campaign.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Calls begun so far.</param>
/// <param name="NextTryAt">When a failed call is made again.</param>
/// <param name="LastProblem">The last thing that went wrong.</param>
/// <param name="Provider">Who made it, such as <c>gemini</c>; null until made.</param>
/// <param name="Model">The model, as the provider's reply named it.</param>
/// <param name="PromptVersion">The version of our prompt.</param>
/// <param name="InputTokens">Prompt tokens, cached ones included.</param>
/// <param name="CachedInputTokens">Those of the input that came from a cache.</param>
/// <param name="OutputTokens">Answer tokens, without thinking.</param>
/// <param name="ThinkingTokens">Thinking tokens.</param>
/// <param name="Delivered">Whether the campaign has heard of the outcome.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="RequestedBy">By whom.</param>
/// <param name="FinishedAt">When its outcome was known.</param>
/// <param name="Part">Of an item of several parts: which.</param>
/// <param name="Chain">Whom it asks, in order; null from before this was kept.</param>
/// <param name="Calls">Every call it made, in order; null when it made none.</param>
/// <param name="Progress">Percent, as the provider last said.</param>
/// <param name="Faults">What was wrong with an answer that was sent back; null when none was.</param>
/// <param name="Missing">What was ordered and did not come; null when all came.</param>
/// <param name="CancelRequested">Whether someone called it off.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("generations")]
public sealed record GenerationRow(
    string Tenant,
    Guid Id,
    GenerationKind Kind,
    Guid Campaign,
    Guid? Item,
    GenerationState State,
    int Attempts,
    DateTimeOffset? NextTryAt,
    Problem? LastProblem,
    string? Provider,
    string? Model,
    string? PromptVersion,
    long? InputTokens,
    long? CachedInputTokens,
    long? OutputTokens,
    long? ThinkingTokens,
    bool Delivered,
    DateTimeOffset RequestedAt,
    string RequestedBy,
    DateTimeOffset? FinishedAt,
    ItemPart? Part,
    IReadOnlyList<ModelChoice>? Chain,
    IReadOnlyList<CallOfGeneration>? Calls,
    int? Progress,
    IReadOnlyList<string>? Faults,
    IReadOnlyList<string>? Missing,
    bool CancelRequested,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);

/// <summary>One call of an AI job.</summary>
/// <param name="Number">The how manieth.</param>
/// <param name="Model">Who was called; null from before this was kept.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Reserved">What was set aside for it.</param>
/// <param name="Operation">The provider's name of what it began; null when it answers at once.</param>
/// <param name="Outcome">How it ended, in one word; null while it goes on, or when nobody knows.</param>
/// <param name="LatencyMs">How long it took, milliseconds.</param>
/// <param name="RequestId">The provider's own id of it.</param>
/// <param name="Problem">What went wrong.</param>
public sealed record CallOfGeneration(
    int Number,
    ModelChoice? Model,
    DateTimeOffset StartedAt,
    MicroUsd? Reserved = null,
    string? Operation = null,
    string? Outcome = null,
    long? LatencyMs = null,
    string? RequestId = null,
    Problem? Problem = null
);

/// <summary>What an AI job makes.</summary>
public enum GenerationKind
{
    /// <summary>Posts from a brief.</summary>
    Text,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>The film of a scene.</summary>
    Video,

    /// <summary>A voice.</summary>
    Speech,

    /// <summary>An item, or a field of it, written anew.</summary>
    Rewrite,

    /// <summary>A better brief.</summary>
    Brief,
}

/// <summary>Where an AI job stands.</summary>
public enum GenerationState
{
    /// <summary>Asked for; no call was begun.</summary>
    Requested,

    /// <summary>A call is under way.</summary>
    Running,

    /// <summary>A call failed; another will be made.</summary>
    Retrying,

    /// <summary>It came.</summary>
    Done,

    /// <summary>It will not come.</summary>
    Failed,

    /// <summary>Someone called it off.</summary>
    Cancelled,
}
