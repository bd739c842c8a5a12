using Campaigns.Domain.Brands;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about a campaign as a whole.</summary>
public static partial class CampaignDecider
{
    /// <summary>Most items of one campaign.</summary>
    public const int MostItems = 200;

    /// <summary>Begins it. Asking twice for the same changes nothing.</summary>
    /// <param name="state">As it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="brand">The brand it names, as it stands; null when it names none.</param>
    public static Decision<CampaignEvent> Create(Campaign state, CreateCampaign ask, Brand? brand)
    {
        if (state is Open open)
            return open.Name == ask.Name && open.Brief == ask.Brief && open.Brand == ask.Brand ? [] : Refusal.CampaignExists;
        if (TextRule.First(TextRule.Check("name", ask.Name, 200), TextRule.Check("brief", ask.Brief, 20_000)) is { } refusal)
            return refusal;
        if (ask.Brand is not null && brand?.Profile is null)
            return Refusal.BrandNotFound with { Field = "brandId" };
        return [new Created(ask.Name, ask.Brief, ask.Brand)];
    }

    /// <summary>Names it otherwise.</summary>
    public static Decision<CampaignEvent> Rename(Campaign state, RenameCampaign ask)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (TextRule.Check("name", ask.Name, 200) is { } refusal)
            return refusal;
        return open.Name == ask.Name ? [] : [new Renamed(ask.Name)];
    }

    /// <summary>Changes the brief. What was written from the old one stays.</summary>
    public static Decision<CampaignEvent> ChangeBrief(Campaign state, ChangeBrief ask)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (TextRule.Check("brief", ask.Brief, 20_000) is { } refusal)
            return refusal;
        return open.Brief == ask.Brief ? [] : [new BriefChanged(ask.Brief)];
    }

    /// <summary>Sets what holds for its late posts. What is scheduled already keeps what held then.</summary>
    public static Decision<CampaignEvent> SetLatePolicy(Campaign state, SetCampaignLatePolicy ask)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (ask.Policy?.Broken is { } refusal)
            return refusal;
        return open.Late == ask.Policy ? [] : [new LatePolicySet(ask.Policy)];
    }
}
