namespace Campaigns.Grains.Erasures;

/// <summary>How tenants are erased.</summary>
/// <param name="Grace">How long it can be taken back.</param>
public sealed record ErasureOptions(TimeSpan Grace)
{
    /// <summary>A week.</summary>
    public static ErasureOptions Default { get; } = new(TimeSpan.FromDays(7));
}
