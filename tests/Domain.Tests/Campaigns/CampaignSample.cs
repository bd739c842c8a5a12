using Campaigns.Domain.Campaigns;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Tests.Campaigns;

/// <summary>A campaign, and how its first post comes to be planned.</summary>
internal static class CampaignSample
{
    public static readonly Created Begun = new("Autumn", "Autumn at the bakery.", Bakery);
    public static readonly WritingOrder Two = new([new(Platform.Instagram, 2)], "pt-BR", "Warm");

    public static readonly string Hash = ContentHash.Of(Platform.Instagram, Words, Picture.Sha256);

    public static CampaignEvent[] WithPost => [Begun, new ItemAdded(First, Draft)];

    public static CampaignEvent[] WithPicture => [.. WithPost, new MediaAttached(First, Picture)];

    public static CampaignEvent[] WithApproval => [.. WithPicture, new ItemApproved(First, Hash, Ben, null)];

    public static CampaignEvent[] WithPlan => [.. WithApproval, new PublicationPlanned(First, Outing, Club, Hash)];

    public static CampaignEvent[] WithDrawing => [.. WithPost, new IllustrationRequested(Job, First, "A loaf", default)];

    public static CampaignItem TheItem(params IEnumerable<CampaignEvent> happened) =>
        Assert.IsType<Campaign.Open>(After<Campaign, CampaignEvent>(happened)).Find(First)!;
}
