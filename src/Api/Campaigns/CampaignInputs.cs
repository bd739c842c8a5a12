using Campaigns.Api.Generations;
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
/// <param name="Illustrate">Whether each post gets its pictures as well.</param>
/// <param name="Ads">How many ads for which platform; each platform once.</param>
/// <param name="Carousels">Carousels, for Instagram.</param>
/// <param name="Clips">Clips, for Instagram.</param>
/// <param name="References">Pictures of products, and others to go by; at most 8.</param>
/// <param name="TextModel">Whom to ask first to write.</param>
/// <param name="ImageModel">Whom to ask first to draw.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record WriteCampaignInput(
    CampaignId CampaignId,
    IReadOnlyList<PostCountInput> Posts,
    string Language,
    string? Tone = null,
    bool Illustrate = true,
    IReadOnlyList<PostCountInput>? Ads = null,
    CarouselOrderInput? Carousels = null,
    ClipOrderInput? Clips = null,
    IReadOnlyList<PictureReferenceInput>? References = null,
    ModelWishInput? TextModel = null,
    ModelWishInput? ImageModel = null,
    CommandId? CommandId = null
)
{
    internal RequestWriting ToCommand() =>
        new(
            new WritingOrder([.. Posts.Select(Count)], Language, Tone, Illustrate)
            {
                Ads = Ads is { Count: > 0 } ? [.. Ads.Select(Count)] : null,
                Carousels = Carousels?.ToOrder(),
                Clips = Clips?.ToOrder(),
                References = References is { Count: > 0 } ? [.. References.Select(reference => reference.ToReference())] : null,
                TextModel = TextModel?.ToChoice(),
                ImageModel = ImageModel?.ToChoice(),
            }
        );

    private static PostCount Count(PostCountInput count) => new(count.Platform, count.Count);
}

/// <summary>Whose last order left something out.</summary>
/// <param name="CampaignId">Which campaign.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record WriteMissingInput(CampaignId CampaignId, CommandId? CommandId = null);

/// <summary>How many posts for one platform.</summary>
/// <param name="Platform">Which.</param>
/// <param name="Count">1 to 10.</param>
public sealed record PostCountInput(Platform Platform, int Count);
