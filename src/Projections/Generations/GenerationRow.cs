using Campaigns.Domain;
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
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);

/// <summary>What an AI job makes.</summary>
public enum GenerationKind
{
    /// <summary>Posts from a brief.</summary>
    Text,

    /// <summary>A picture.</summary>
    Image,
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
}
