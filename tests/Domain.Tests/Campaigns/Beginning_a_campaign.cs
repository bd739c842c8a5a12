using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using static Campaigns.Domain.Tests.Campaigns.CampaignSample;

namespace Campaigns.Domain.Tests.Campaigns;

public sealed class Beginning_a_campaign
{
    private static readonly Brand Known = new(Brands.Setting_up_a_brand.Profile);

    [Fact]
    public void keeps_its_name_brief_and_brand() => Given().When(Create(Known)).Then(Begun).AndAgainNothing();

    [Fact]
    public void needs_no_brand() =>
        Given()
            .When((Campaign state) => CampaignDecider.Create(state, new("Autumn", "Autumn at the bakery.", null), null))
            .Then(Begun with { Brand = null });

    [Fact]
    public void is_refused_for_a_brand_that_is_none()
    {
        Given().When(Create(brand: null)).ThenRefused("brand.not_found", "brandId");
        Given().When(Create(Brand.Initial)).ThenRefused("brand.not_found", "brandId");
    }

    [Theory]
    [InlineData("Winter", "Autumn at the bakery.")]
    [InlineData("Autumn", "Winter at the bakery.")]
    public void is_refused_under_an_id_that_is_taken(string name, string brief) =>
        Given(Begun).When(Create(Known, name, brief)).ThenRefused("campaign.exists", "id");

    [Fact]
    public void names_the_field_that_breaks_a_rule()
    {
        Given().When(Create(Known, name: "")).ThenRefused("input.required", "name");
        Given().When(Create(Known, name: new('x', 201))).ThenRefused("input.too_long", "name");
        Given().When(Create(Known, brief: " \n")).ThenRefused("input.required", "brief");
        Given().When(Create(Known, brief: new('x', 20_001))).ThenRefused("input.too_long", "brief");
        Given().When(Create(Known, brief: "broken \ud800 pair")).ThenRefused("input.malformed", "brief");
    }

    [Fact]
    public void can_be_followed_by_another_name()
    {
        Given(Begun).When(Rename("Winter")).Then(new Renamed("Winter")).AndAgainNothing();
        Given(Begun).When(Rename("")).ThenRefused("input.required", "name");
        Given().When(Rename("Winter")).ThenRefused("campaign.not_found", "campaignId");
    }

    [Fact]
    public void can_be_followed_by_another_brief()
    {
        Given(Begun).When(Rebrief("Winter.")).Then(new BriefChanged("Winter.")).AndAgainNothing();
        Given(Begun).When(Rebrief("")).ThenRefused("input.required", "brief");
        Given().When(Rebrief("Winter.")).ThenRefused("campaign.not_found", "campaignId");
    }

    [Fact]
    public void can_be_followed_by_a_late_policy_of_its_own()
    {
        var asking = new LatePolicy(TimeSpan.FromHours(2), LateAction.Ask);
        Given(Begun).When(BeLate(asking)).Then(new LatePolicySet(asking)).AndAgainNothing();
        Given(Begun, new LatePolicySet(asking)).When(BeLate(null)).Then(new LatePolicySet(null)).AndAgainNothing();
        Given(Begun).When(BeLate(null)).ThenNothing();
        Given(Begun)
            .When(BeLate(asking with { Within = TimeSpan.FromSeconds(59) }))
            .ThenRefused("late_policy.out_of_range", "withinMinutes");
        Given().When(BeLate(asking)).ThenRefused("campaign.not_found", "campaignId");
    }

    private static Func<Campaign, Decision<CampaignEvent>> BeLate(LatePolicy? policy) =>
        campaign => CampaignDecider.SetLatePolicy(campaign, new(policy));

    private static Func<Campaign, Decision<CampaignEvent>> Create(
        Brand? brand,
        string name = "Autumn",
        string brief = "Autumn at the bakery."
    ) => campaign => CampaignDecider.Create(campaign, new(name, brief, Bakery), brand);

    private static Func<Campaign, Decision<CampaignEvent>> Rename(string name) => campaign => CampaignDecider.Rename(campaign, new(name));

    private static Func<Campaign, Decision<CampaignEvent>> Rebrief(string brief) =>
        campaign => CampaignDecider.ChangeBrief(campaign, new(brief));
}
