using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Reviews;

/// <summary>Carla of the client, who has a link to the first post until ten.</summary>
internal static class ReviewSample
{
    public static readonly InviteId Link = new(Uuid(21));
    public static readonly InviteId OtherLink = new(Uuid(22));

    public static readonly ReviewerInvited TheInvitation = new(Link, "Carla", [new(First, Hash)], Ten);

    public static CampaignEvent[] Invited => [.. WithPicture, TheInvitation];

    public static CampaignEvent[] ApprovedOutside => [.. Invited, new ItemApproved(First, Hash, Link.Actor, "Lovely.")];
}
