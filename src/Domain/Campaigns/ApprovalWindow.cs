namespace Campaigns.Domain.Campaigns;

/// <summary>When an approved post may go out.</summary>
/// <param name="From">Not before this, UTC; null: from now on.</param>
/// <param name="Until">Not after this, UTC; null: without an end.</param>
public sealed record ApprovalWindow(DateTimeOffset? From, DateTimeOffset? Until)
{
    /// <summary>Whether a post may go out then.</summary>
    public bool Holds(DateTimeOffset at) => !(at < From) && !(at > Until);

    /// <summary>Whether it is one: it ends after it begins, and is not over.</summary>
    public bool IsWindow(DateTimeOffset now) => !(Until <= now) && !(Until <= From);

    /// <summary>What both ends say; null when they say nothing.</summary>
    public static ApprovalWindow? Between(DateTimeOffset? from, DateTimeOffset? until) =>
        from is null && until is null ? null : new(from, until);
}
