using Campaigns.Projections.Campaigns;
using GraphQL;

namespace Campaigns.Api.Campaigns;

/// <summary>What a campaign's posts and publications come to.</summary>
[Name("CampaignCounts")]
public sealed class CampaignCountsView(CampaignCounts counts)
{
    /// <summary>Its posts.</summary>
    public int Posts => counts.Items;

    /// <summary>Posts nobody has asked approval for.</summary>
    public int Drafts => counts.Drafts;

    /// <summary>Posts that wait for approval.</summary>
    public int ApprovalRequested => counts.ApprovalRequested;

    /// <summary>Posts approved as they are.</summary>
    public int Approved => counts.Approved;

    /// <summary>Posts to be changed first.</summary>
    public int ChangesRequested => counts.ChangesRequested;

    /// <summary>Posts whose picture is being drawn.</summary>
    public int Drawing => counts.Drawing;

    /// <summary>Publications that will go out when due.</summary>
    public int Scheduled => counts.Scheduled;

    /// <summary>Publications a person keeps from going out.</summary>
    public int Held => counts.Held;

    /// <summary>Publications going out at this moment.</summary>
    public int Publishing => counts.Publishing;

    /// <summary>Publications that are public.</summary>
    public int Live => counts.Live;

    /// <summary>Publications that failed, were skipped, or need a person.</summary>
    public int NotPublished => counts.NotPublished;

    /// <summary>When the next publication is due; null when none is to come.</summary>
    public DateTimeOffset? NextDueAt => counts.NextDueAt;
}
