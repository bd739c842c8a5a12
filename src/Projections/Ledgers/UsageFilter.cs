namespace Campaigns.Projections.Ledgers;

/// <summary>Which calls to sum up; what is null does not matter. Days are UTC, of when calls were begun.</summary>
/// <param name="From">On this day or later.</param>
/// <param name="To">Before this day.</param>
/// <param name="Provider">Of this provider.</param>
/// <param name="Model">Of this model.</param>
/// <param name="Operation">For this.</param>
/// <param name="Actor">That this person asked for.</param>
/// <param name="Campaign">For this campaign.</param>
public sealed record UsageFilter(
    DateOnly? From = null,
    DateOnly? To = null,
    string? Provider = null,
    string? Model = null,
    string? Operation = null,
    string? Actor = null,
    Guid? Campaign = null
);

/// <summary>Which calls to list; what is null does not matter. Instants are UTC, of when calls were begun.</summary>
/// <param name="From">At this instant or later.</param>
/// <param name="To">Before this instant.</param>
/// <param name="Provider">Of this provider.</param>
/// <param name="Model">Of this model.</param>
/// <param name="Operation">For this.</param>
/// <param name="Actor">That this person asked for.</param>
/// <param name="Campaign">For this campaign.</param>
/// <param name="Generation">Of this AI job.</param>
/// <param name="States">That stand so.</param>
/// <param name="OutcomeClass">That ended so, such as <c>busy</c>.</param>
/// <param name="ErrorCode">With this error.</param>
/// <param name="RequestId">With this id at the provider.</param>
public sealed record AttemptFilter(
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Provider = null,
    string? Model = null,
    string? Operation = null,
    string? Actor = null,
    Guid? Campaign = null,
    Guid? Generation = null,
    IReadOnlyCollection<AttemptState>? States = null,
    string? OutcomeClass = null,
    string? ErrorCode = null,
    string? RequestId = null
);

/// <summary>What sums are told apart by.</summary>
public enum UsageGrouping
{
    /// <summary>By the UTC day.</summary>
    Day,

    /// <summary>By provider.</summary>
    Provider,

    /// <summary>By provider and model.</summary>
    Model,

    /// <summary>By what calls were for.</summary>
    Operation,

    /// <summary>By who asked for them.</summary>
    Actor,

    /// <summary>By campaign.</summary>
    Campaign,
}

/// <summary>What calls came to. Money is micro-dollars, times are milliseconds.</summary>
/// <param name="Key">What they have in common, as text: a day, a provider, <c>provider/model</c>, an operation, a person, a campaign's id; null: all, or those of no campaign.</param>
/// <param name="Calls">How many.</param>
/// <param name="Done">How many of them were answered.</param>
/// <param name="Failed">How many were not.</param>
/// <param name="InputTokens">Prompt tokens, cached ones included.</param>
/// <param name="CachedInputTokens">Those of them from a cache.</param>
/// <param name="OutputTokens">Answer tokens.</param>
/// <param name="ThinkingTokens">Thinking tokens.</param>
/// <param name="Images">Pictures made.</param>
/// <param name="VideoSeconds">Length of clips made.</param>
/// <param name="Characters">Characters spoken.</param>
/// <param name="CostMicroUsd">What they cost.</param>
/// <param name="EstimatedMicroUsd">That part of it that nobody measured.</param>
/// <param name="LatencyMs">The sum of their latencies.</param>
/// <param name="LongestMs">The longest of them.</param>
public sealed record UsageSum(
    string? Key,
    long Calls,
    long Done,
    long Failed,
    long InputTokens,
    long CachedInputTokens,
    long OutputTokens,
    long ThinkingTokens,
    long Images,
    decimal VideoSeconds,
    long Characters,
    decimal CostMicroUsd,
    decimal EstimatedMicroUsd,
    long LatencyMs,
    long LongestMs
);
