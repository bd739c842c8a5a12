using Campaigns.Api.Publications;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;

namespace Campaigns.Api.Campaigns;

/// <summary>A campaign to begin.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Brief">What it is about; 1 to 20,000 characters.</param>
/// <param name="BrandId">Who speaks.</param>
/// <param name="Id">The new campaign's id, a UUID; null to derive it from the command id.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CreateCampaignInput(
    string Name,
    string Brief,
    BrandId? BrandId = null,
    CampaignId? Id = null,
    CommandId? CommandId = null
)
{
    internal CreateCampaign ToCommand() => new(Name, Brief, BrandId);
}

/// <summary>A campaign to name otherwise.</summary>
/// <param name="CampaignId">Which.</param>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RenameCampaignInput(CampaignId CampaignId, string Name, CommandId? CommandId = null);

/// <summary>A brief to change.</summary>
/// <param name="CampaignId">Of which campaign.</param>
/// <param name="Brief">1 to 20,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ChangeBriefInput(CampaignId CampaignId, string Brief, CommandId? CommandId = null);

/// <summary>What shall hold for late posts of a campaign.</summary>
/// <param name="CampaignId">Which campaign.</param>
/// <param name="LatePolicy">Null for what the tenant has set.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record SetCampaignLatePolicyInput(CampaignId CampaignId, LatePolicyInput? LatePolicy = null, CommandId? CommandId = null);

/// <summary>Posts to write.</summary>
/// <param name="CampaignId">For which campaign.</param>
/// <param name="Posts">How many for which platform; each platform once.</param>
/// <param name="Language">BCP 47 tag, such as `pt-BR`.</param>
/// <param name="Tone">Instead of the brand's own; up to 200 characters.</param>
/// <param name="Illustrate">Whether each post gets a picture as well.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record WriteCampaignInput(
    CampaignId CampaignId,
    IReadOnlyList<PostCountInput> Posts,
    string Language,
    string? Tone = null,
    bool Illustrate = true,
    CommandId? CommandId = null
)
{
    internal RequestWriting ToCommand() =>
        new(new([.. Posts.Select(post => new PostCount(post.Platform, post.Count))], Language, Tone, Illustrate));
}

/// <summary>How many posts for one platform.</summary>
/// <param name="Platform">Which.</param>
/// <param name="Count">1 to 10.</param>
public sealed record PostCountInput(Platform Platform, int Count);
