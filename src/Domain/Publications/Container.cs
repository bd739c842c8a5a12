namespace Campaigns.Domain.Publications;

/// <summary>A container and when it was made.</summary>
/// <param name="Id">The platform's id of it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ChildrenSince">When the first of those that it is made of was made; null when it is made of none.</param>
public sealed record Container(ContainerId Id, DateTimeOffset CreatedAt, DateTimeOffset? ChildrenSince = null)
{
    /// <summary>From when its life counts: it can be shown no longer than what it is made of.</summary>
    public DateTimeOffset AgesFrom => ChildrenSince ?? CreatedAt;
}

/// <summary>The container of one file of a carousel.</summary>
/// <param name="Place">Which file: 0 is the first.</param>
/// <param name="Id">The platform's id of it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="IsReady">Whether the platform has looked at it.</param>
public sealed record ChildContainer(int Place, ContainerId Id, DateTimeOffset CreatedAt, bool IsReady);
