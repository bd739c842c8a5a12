using Campaigns.Domain.Accounts;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using Campaigns.Domain.Tenants;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Planning_a_publication
{
    [Fact]
    public void names_the_content_that_is_to_go_out() =>
        Given(WithApproval).When(Plan()).Then(new PublicationPlanned(First, Outing, Club, Hash)).AndAgainNothing();

    [Fact]
    public void needs_the_approval_of_this_content()
    {
        Given(WithPicture).When(Plan()).ThenRefused("campaign.not_approved", "itemId");
        Given([.. WithApproval, new ItemTextChanged(First, OtherWords)]).When(Plan()).ThenRefused("campaign.not_approved", "itemId");
        Given([.. WithApproval, new ChangesRequested(First, Hash, Ben, "Darker.")])
            .When(Plan())
            .ThenRefused("campaign.not_approved", "itemId");
    }

    [Fact]
    public void needs_no_approval_where_the_tenant_asks_for_none() =>
        Given(WithPicture).When(Plan(ApprovalPolicy.None)).Then<PublicationPlanned>(_ => true);

    [Fact]
    public void needs_a_picture() => Given(WithPost).When(Plan(ApprovalPolicy.None)).ThenRefused("campaign.no_media", "itemId");

    [Fact]
    public void is_refused_while_another_is_open_on_the_same_account() =>
        Given(WithPlan).When(Plan(id: OtherOuting, open: [Outing])).ThenRefused("campaign.item_scheduled", "itemId");

    [Fact]
    public void is_allowed_once_the_other_has_ended() =>
        Given(WithPlan).When(Plan(id: OtherOuting)).Then(new PublicationPlanned(First, OtherOuting, Club, Hash));

    [Fact]
    public void is_allowed_on_another_account() =>
        Given(WithPlan)
            .When(Plan(id: OtherOuting, account: Shop, open: [Outing]))
            .Then(new PublicationPlanned(First, OtherOuting, Shop, Hash));

    [Fact]
    public void is_not_done_without_end()
    {
        var many = Enumerable
            .Range(0, CampaignDecider.MostPublications)
            .Select(n => new PublicationPlanned(First, new(new Guid(n + 1, 1, 1, new byte[8])), Club, Hash))
            .ToList();

        Given([.. WithApproval, .. many]).When(Plan()).ThenRefused("series.too_many_publications", "itemId");
        Given([.. WithApproval, .. many]).When(Plan(id: many[0].Publication)).ThenNothing();
    }

    [Fact]
    public void is_refused_while_its_picture_is_drawn() =>
        Given([.. WithApproval, new IllustrationRequested(Job, First, "A loaf", default)])
            .When(Plan())
            .ThenRefused("campaign.drawing_under_way", "itemId");

    [Fact]
    public void is_refused_where_there_is_no_post()
    {
        Given(Begun).When(Plan()).ThenRefused("campaign.item_not_found", "itemId");
        Given().When(Plan()).ThenRefused("campaign.not_found", "campaignId");
    }

    private static Func<Campaign, Decision<CampaignEvent>> Plan(
        ApprovalPolicy policy = ApprovalPolicy.Internal,
        PublicationId? id = null,
        AccountId? account = null,
        params PublicationId[] open
    ) => campaign => CampaignDecider.PlanPublication(campaign, new(First, id ?? Outing, account ?? Club, null), policy, open);
}
