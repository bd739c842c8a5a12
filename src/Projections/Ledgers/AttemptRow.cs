using Campaigns.Domain;
using Campaigns.Domain.Ledgers;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Ledgers;

/// <summary>One call to an AI provider, as <c>read.ai_attempts</c> holds it. Times are UTC, money is micro-dollars.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Made of month and attempt.</param>
/// <param name="Attempt">The call's own id.</param>
/// <param name="Month">The ledger it is in, such as <c>2026-11</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Operation">What it was for.</param>
/// <param name="Provider">Who was asked.</param>
/// <param name="Model">Which model.</param>
/// <param name="ModelNamed">As the reply named it.</param>
/// <param name="Campaign">For which campaign.</param>
/// <param name="Generation">Of which AI job.</param>
/// <param name="Actor">Who asked for it.</param>
/// <param name="RequestId">The provider's own id of it.</param>
/// <param name="OutcomeClass">How it ended; null while it is under way.</param>
/// <param name="ProblemClass">What to do about what went wrong; null when nothing did.</param>
/// <param name="ErrorCode">The outside's own code of it.</param>
/// <param name="ErrorMessage">In words; no content.</param>
/// <param name="InputTokens">Prompt tokens, cached ones included.</param>
/// <param name="CachedInputTokens">Those of them from a cache.</param>
/// <param name="OutputTokens">Answer tokens, without thinking.</param>
/// <param name="ThinkingTokens">Thinking tokens.</param>
/// <param name="Images">Pictures made.</param>
/// <param name="ImageSize">Their size, in the provider's word.</param>
/// <param name="VideoSeconds">Length of the clip made.</param>
/// <param name="Characters">Characters spoken.</param>
/// <param name="ReservedMicroUsd">What was set aside.</param>
/// <param name="CostMicroUsd">What it cost; null while it is under way.</param>
/// <param name="CostBasis">How that is known; null when it cost nothing.</param>
/// <param name="PriceVersion">Of the price book.</param>
/// <param name="LatencyMs">From asking to the answer, milliseconds.</param>
/// <param name="ReservedAt">When it was begun.</param>
/// <param name="EndedAt">When its outcome was booked.</param>
/// <param name="UpdatedAt">When anything last happened to it.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("ai_attempts")]
public sealed record AttemptRow(
    string Tenant,
    Guid Id,
    string Attempt,
    string Month,
    AttemptState State,
    string Operation,
    string Provider,
    string Model,
    string? ModelNamed,
    Guid? Campaign,
    Guid? Generation,
    string Actor,
    string? RequestId,
    string? OutcomeClass,
    ProblemClass? ProblemClass,
    string? ErrorCode,
    string? ErrorMessage,
    long? InputTokens,
    long? CachedInputTokens,
    long? OutputTokens,
    long? ThinkingTokens,
    int? Images,
    string? ImageSize,
    decimal? VideoSeconds,
    int? Characters,
    decimal ReservedMicroUsd,
    decimal? CostMicroUsd,
    CostBasis? CostBasis,
    string PriceVersion,
    long? LatencyMs,
    DateTimeOffset ReservedAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);

/// <summary>Where a call stands.</summary>
public enum AttemptState
{
    /// <summary>Money is set aside, and its outcome is not known yet.</summary>
    Reserved,

    /// <summary>It cost something.</summary>
    Settled,

    /// <summary>It cost nothing.</summary>
    Released,
}
