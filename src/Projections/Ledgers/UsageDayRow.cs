using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Ledgers;

/// <summary>
/// What ended calls of one day, model, operation, person and campaign came to, as <c>read.ai_usage_daily</c> holds it. Money is micro-dollars.
/// </summary>
/// <param name="Tenant">Whose they are.</param>
/// <param name="Id">Made of the month and of what tells rows apart.</param>
/// <param name="Day">The UTC day on which they were begun.</param>
/// <param name="Provider">Who was asked.</param>
/// <param name="Model">Which model.</param>
/// <param name="Operation">What for.</param>
/// <param name="Actor">Who asked for them.</param>
/// <param name="Campaign">For which campaign; null when for none.</param>
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
/// <param name="LatencyMs">The sum of their latencies, milliseconds.</param>
/// <param name="LongestMs">The longest of them.</param>
/// <param name="UpdatedAt">When one was last added, UTC.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("ai_usage_daily")]
internal sealed record UsageDayRow(
    string Tenant,
    Guid Id,
    DateOnly Day,
    string Provider,
    string Model,
    string Operation,
    string Actor,
    Guid? Campaign,
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
    long LongestMs,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);
