namespace Campaigns.Projections.Campaigns;

/// <summary>What a campaign's items and publications come to.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Drafts">Items nobody has asked approval for.</param>
/// <param name="ApprovalRequested">Items that wait for approval.</param>
/// <param name="Approved">Items approved as they are.</param>
/// <param name="ChangesRequested">Items to be changed first.</param>
/// <param name="Drawing">Items whose picture is being drawn.</param>
/// <param name="Scheduled">Publications that will go out when due.</param>
/// <param name="Held">Publications a person keeps from going out.</param>
/// <param name="Publishing">Publications going out at this moment.</param>
/// <param name="Live">Publications that are public.</param>
/// <param name="NotPublished">Publications that gave up, were skipped, or need a person.</param>
/// <param name="NextDueAt">When the next publication is due, UTC; null when none is to come.</param>
public sealed record CampaignCounts(
    int Items,
    int Drafts,
    int ApprovalRequested,
    int Approved,
    int ChangesRequested,
    int Drawing,
    int Scheduled,
    int Held,
    int Publishing,
    int Live,
    int NotPublished,
    DateTimeOffset? NextDueAt
);
