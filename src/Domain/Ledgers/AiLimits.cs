using System.Text.Json.Serialization;

namespace Campaigns.Domain.Ledgers;

/// <summary>How much may be spent: money that is set aside counts like money that is spent.</summary>
/// <param name="Hard">No call is begun that could lead beyond it; null: no such limit.</param>
/// <param name="Soft">A warning is given when it is reached; null: none is.</param>
public sealed record AiLimits(MicroUsd? Hard, MicroUsd? Soft)
{
    /// <summary>No limits.</summary>
    public static AiLimits None { get; } = new(null, null);

    /// <summary>Null when they can be; else why not.</summary>
    [JsonIgnore]
    public Refusal? Broken =>
        Out(Hard) ? Refusal.LimitOutOfRange("hard")
        : Out(Soft) || Soft > Hard ? Refusal.LimitOutOfRange("soft")
        : null;

    private static bool Out(MicroUsd? limit) => limit is { Amount: < 0 or > MicroUsd.Most };
}
