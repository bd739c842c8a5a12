using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Ledgers;

/// <summary>What a model costs. Whatever it is not charged by stays null.</summary>
public sealed record ModelPrice
{
    /// <summary>A prompt token.</summary>
    public MicroUsd? Input { get; init; }

    /// <summary>A prompt token that came from a cache; null: as any other.</summary>
    public MicroUsd? CachedInput { get; init; }

    /// <summary>An answer token.</summary>
    public MicroUsd? Output { get; init; }

    /// <summary>A thinking token; null: as an answer token.</summary>
    public MicroUsd? Thinking { get; init; }

    /// <summary>A picture, by its size in the provider's word, such as <c>1K</c>; empty: not charged by the picture.</summary>
    public ImmutableDictionary<string, MicroUsd> Images { get; init; } = NoImages;

    /// <summary>A second of video.</summary>
    public MicroUsd? VideoSecond { get; init; }

    /// <summary>A character spoken.</summary>
    public MicroUsd? Character { get; init; }

    /// <summary>No picture has a price; sizes are compared without regard to case.</summary>
    public static ImmutableDictionary<string, MicroUsd> NoImages { get; } =
        ImmutableDictionary.Create<string, MicroUsd>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether anything that can be asked for has a price; a model of which nothing has one would be free in silence.</summary>
    [JsonIgnore]
    public bool IsWhole => (Input is not null && Output is not null) || !Images.IsEmpty || VideoSecond is not null || Character is not null;

    /// <summary>The most that a call can cost; null when nothing that it can use has a price.</summary>
    public MicroUsd? Of(UsageBound most)
    {
        ArgumentNullException.ThrowIfNull(most);
        var dearest = Thinking is { } thinking && thinking > (Output ?? MicroUsd.Zero) ? thinking : Output;
        return Sum(
            Times(Input, most.InputTokens),
            Times(dearest, most.OutputTokens),
            Times(Image(most.ImageSize), most.Images),
            Times(VideoSecond, most.VideoSeconds),
            Times(Character, most.Characters)
        );
    }

    /// <summary>What a call cost; null when nothing that was measured has a price.</summary>
    public MicroUsd? Of(MeasuredUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var cached = Math.Clamp(usage.Tokens?.CachedInput ?? 0, 0, Math.Max(0, usage.Tokens?.Input ?? 0));
        return Sum(
            Times(Input, usage.Tokens?.Input - cached),
            usage.Tokens is null ? null : Times(CachedInput ?? Input, cached),
            Times(Output, usage.Tokens?.Output),
            Times(Thinking ?? Output, usage.Tokens?.Thinking),
            Times(Image(usage.ImageSize), usage.Images),
            Times(VideoSecond, usage.VideoSeconds),
            Times(Character, usage.Characters)
        );
    }

    /// <summary>A size that is not named, or not known, counts as the dearest.</summary>
    private MicroUsd? Image(string? size) =>
        Images.IsEmpty ? null
        : size is not null && Images.TryGetValue(size, out var price) ? price
        : Images.Values.Max();

    private static MicroUsd? Times(MicroUsd? price, decimal? count) =>
        price is { } each && count is { } many ? MicroUsd.Of(each.Amount * Math.Max(0, many)) : null;

    private static MicroUsd? Sum(params ReadOnlySpan<MicroUsd?> parts)
    {
        MicroUsd? sum = null;
        foreach (var part in parts)
            if (part is { } amount)
                sum = (sum ?? MicroUsd.Zero) + amount;
        return sum;
    }
}
