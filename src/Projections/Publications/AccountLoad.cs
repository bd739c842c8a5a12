namespace Campaigns.Projections.Publications;

/// <summary>What an account has before it, and behind it.</summary>
/// <param name="DueWithinADay">Posts that are to go out in the next 24 hours, overdue ones among them.</param>
/// <param name="LiveWithinADay">Posts of ours that went live in the last 24 hours.</param>
public sealed record AccountLoad(int DueWithinADay, int LiveWithinADay)
{
    /// <summary>Nothing.</summary>
    public static AccountLoad None { get; } = new(0, 0);
}
