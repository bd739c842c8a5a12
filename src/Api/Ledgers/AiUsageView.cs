using Campaigns.Domain.Tenants;
using Campaigns.Projections.Ledgers;
using GraphQL;

namespace Campaigns.Api.Ledgers;

/// <summary>What calls to AI providers came to. A call counts on the UTC day it was begun on, once its outcome is booked.</summary>
[Name("AiUsage")]
public sealed class AiUsageView(TenantId tenant, UsageFilter filter)
{
    /// <summary>All together.</summary>
    public async Task<AiUsageSum> Total([FromServices] UsageReader usage, CancellationToken ct) =>
        new(await usage.Total(tenant, filter, ct));

    /// <summary>Each UTC day by itself, in order; days without a call are left out.</summary>
    public async Task<IReadOnlyList<AiUsageSum>> Daily([FromServices] UsageReader usage, CancellationToken ct) =>
        await Groups(usage, ct, UsageGrouping.Day);

    /// <summary>Told apart by something, the dearest first; a thousand at most.</summary>
    /// <param name="by">By what.</param>
    public async Task<IReadOnlyList<AiUsageSum>> Groups(
        [FromServices] UsageReader usage,
        CancellationToken ct,
        UsageGrouping by = UsageGrouping.Model
    ) => [.. (await usage.Groups(tenant, filter, by, ct)).Select(sum => new AiUsageSum(sum))];
}

/// <summary>A sum over calls. Money is millionths of a US dollar, to the last digit.</summary>
public sealed class AiUsageSum(UsageSum sum)
{
    /// <summary>What they have in common: a day, a provider, `provider/model`, an operation, a person's id or a campaign's; null for all, or for none.</summary>
    public string? Key => sum.Key;

    /// <summary>How many calls.</summary>
    public int Calls => Whole(sum.Calls);

    /// <summary>How many of them were answered.</summary>
    public int Done => Whole(sum.Done);

    /// <summary>How many were not.</summary>
    public int Failed => Whole(sum.Failed);

    /// <summary>Prompt tokens, cached ones included.</summary>
    public double InputTokens => sum.InputTokens;

    /// <summary>Those of them that came from a cache.</summary>
    public double CachedInputTokens => sum.CachedInputTokens;

    /// <summary>Answer tokens, without thinking.</summary>
    public double OutputTokens => sum.OutputTokens;

    /// <summary>Thinking tokens.</summary>
    public double ThinkingTokens => sum.ThinkingTokens;

    /// <summary>Pictures made.</summary>
    public int Images => Whole(sum.Images);

    /// <summary>Length of clips made.</summary>
    public double VideoSeconds => (double)sum.VideoSeconds;

    /// <summary>Characters spoken.</summary>
    public double Characters => sum.Characters;

    /// <summary>What they cost.</summary>
    public string CostMicroUsd => Money.Text(sum.CostMicroUsd);

    /// <summary>That part of it that nobody measured: what had been set aside is taken for spent.</summary>
    public string EstimatedMicroUsd => Money.Text(sum.EstimatedMicroUsd);

    /// <summary>The mean latency, milliseconds; null without a call.</summary>
    public double? MeanLatencyMs => sum.Calls == 0 ? null : (double)sum.LatencyMs / sum.Calls;

    /// <summary>The longest latency, milliseconds.</summary>
    public double LongestLatencyMs => sum.LongestMs;

    private static int Whole(long count) => (int)Math.Min(count, int.MaxValue);
}

/// <summary>Which calls to sum up; what is left out does not matter.</summary>
/// <param name="From">Begun on the UTC day of this instant, or later.</param>
/// <param name="To">Begun before this instant's UTC day, or on it where the instant is not its beginning.</param>
/// <param name="Provider">Of this provider.</param>
/// <param name="Model">Of this model.</param>
/// <param name="Operation">For this.</param>
/// <param name="Actor">That this user asked for.</param>
/// <param name="CampaignId">For this campaign.</param>
public sealed record AiUsageFilterInput(
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Provider = null,
    string? Model = null,
    string? Operation = null,
    string? Actor = null,
    Guid? CampaignId = null
)
{
    internal UsageFilter ToFilter() => new(Day(From), Day(To?.AddTicks(-1))?.AddDays(1), Provider, Model, Operation, Actor, CampaignId);

    private static DateOnly? Day(DateTimeOffset? at) => at is { } some ? DateOnly.FromDateTime(some.UtcDateTime) : null;
}

/// <summary>Which calls to list; what is left out does not matter.</summary>
/// <param name="From">Begun at this instant or later.</param>
/// <param name="To">Begun before this instant.</param>
/// <param name="Provider">Of this provider.</param>
/// <param name="Model">Of this model.</param>
/// <param name="Operation">For this.</param>
/// <param name="Actor">That this user asked for.</param>
/// <param name="CampaignId">For this campaign.</param>
/// <param name="GenerationId">Of this AI job.</param>
/// <param name="State">That stand so.</param>
/// <param name="Outcome">That ended so, such as `busy`.</param>
/// <param name="ErrorCode">With this error.</param>
/// <param name="RequestId">With this id at the provider.</param>
public sealed record AiCallFilterInput(
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Provider = null,
    string? Model = null,
    string? Operation = null,
    string? Actor = null,
    Guid? CampaignId = null,
    Guid? GenerationId = null,
    IReadOnlyList<AttemptState>? State = null,
    string? Outcome = null,
    string? ErrorCode = null,
    string? RequestId = null
)
{
    internal AttemptFilter ToFilter() =>
        new(From, To, Provider, Model, Operation, Actor, CampaignId, GenerationId, State, Outcome, ErrorCode, RequestId);
}
