using System.Text.Json.Serialization;

namespace Campaigns.Domain.Generations;

/// <summary>What one call used, as the provider measured it. Whatever a provider does not count stays null: nothing is guessed here.</summary>
public sealed record MeasuredUsage
{
    /// <summary>Nothing was used, or nothing is known of it.</summary>
    public static MeasuredUsage None { get; } = new();

    /// <summary>Tokens; of a picture that a model of tokens drew as well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TokenUsage? Tokens { get; init; }

    /// <summary>Pictures made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Images { get; init; }

    /// <summary>Their size, in the provider's word, such as <c>1K</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ImageSize { get; init; }

    /// <summary>Length of the clip made, in seconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? VideoSeconds { get; init; }

    /// <summary>Characters spoken.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Characters { get; init; }

    /// <summary>What the provider itself says that it charges, in US dollars (OpenRouter's <c>usage.cost</c>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? ChargedUsd { get; init; }
}
