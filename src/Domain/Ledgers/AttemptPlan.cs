using System.Text.Json.Serialization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>A call to a provider that is about to be made, and the most that it can use.</summary>
/// <param name="Attempt">Which call.</param>
/// <param name="Operation">What it is for, such as <c>campaign_text</c>, <c>item_image</c>, <c>clip_video</c>, <c>brief</c>, <c>speech</c>.</param>
/// <param name="Model">Whom it asks; its price is that of the moment of reserving.</param>
/// <param name="Campaign">For which campaign; null when for none.</param>
/// <param name="Generation">Of which AI job; null when of none.</param>
/// <param name="Actor">Who asked for it: the person, also when our own machinery makes the call.</param>
/// <param name="Most">The most that it can use.</param>
public sealed record AttemptPlan(
    AttemptId Attempt,
    string Operation,
    ModelChoice Model,
    CampaignId? Campaign,
    GenerationId? Generation,
    ActorId Actor,
    UsageBound Most
);

/// <summary>The most that a call can use: what the request allows, not what is expected. Whatever it cannot use stays null.</summary>
public sealed record UsageBound
{
    /// <summary>Prompt tokens, at most; a byte of UTF-8 is never more than one token, and a picture has its stated most.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? InputTokens { get; init; }

    /// <summary>Answer and thinking tokens together, at most: the limit sent with the request.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? OutputTokens { get; init; }

    /// <summary>Pictures asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Images { get; init; }

    /// <summary>Their size, in the provider's word, such as <c>1K</c>; null counts as the dearest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageSize { get; init; }

    /// <summary>Length of the clip, at most, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? VideoSeconds { get; init; }

    /// <summary>Characters to be spoken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Characters { get; init; }
}
