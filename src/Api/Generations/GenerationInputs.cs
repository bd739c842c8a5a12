using Campaigns.Api.Campaigns;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;

namespace Campaigns.Api.Generations;

/// <summary>A brief to improve.</summary>
/// <param name="CampaignId">Of which campaign.</param>
/// <param name="Instruction">What to mind; up to 2,000 characters.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ImproveBriefInput(CampaignId CampaignId, string? Instruction = null, CommandId? CommandId = null);

/// <summary>A post to write anew.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="Instruction">What shall be otherwise; 1 to 2,000 characters.</param>
/// <param name="Field">The one field to change; null for all of it.</param>
/// <param name="Variants">How many ways to choose from, 1 to 4.</param>
/// <param name="Language">BCP 47 tag; null for the brand's, or the post's own.</param>
/// <param name="Model">Whom to ask first.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RegeneratePostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string Instruction,
    ItemField? Field = null,
    int Variants = 1,
    string? Language = null,
    ModelWishInput? Model = null,
    CommandId? CommandId = null
) : IPostInput
{
    internal RequestRewrite ToCommand() => new(ItemId, new(Instruction, Field, Variants, Language, Model?.ToChoice()));
}

/// <summary>A post to write from its picture.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="Instruction">What to mind; null for nothing in particular.</param>
/// <param name="Language">BCP 47 tag; null for the brand's.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CaptionPostInput(
    CampaignId CampaignId,
    ItemId ItemId,
    string? Instruction = null,
    string? Language = null,
    CommandId? CommandId = null
) : IPostInput
{
    internal RequestRewrite ToCommand() =>
        new(
            ItemId,
            new(Instruction ?? "Write a caption and 5 to 8 hashtags that go with the picture.", Language: Language),
            FromPicture: true
        );
}

/// <summary>A variant to take.</summary>
/// <param name="CampaignId">The post's campaign.</param>
/// <param name="ItemId">Which post.</param>
/// <param name="Variant">Which of its `variants`, from 1.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record ChooseVariantInput(CampaignId CampaignId, ItemId ItemId, int Variant, CommandId? CommandId = null) : IPostInput;

/// <summary>An AI job to ask for again.</summary>
/// <param name="CampaignId">Its campaign.</param>
/// <param name="GenerationId">The job that failed.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RetryGenerationInput(CampaignId CampaignId, GenerationId GenerationId, CommandId? CommandId = null);

/// <summary>An AI job to call off.</summary>
/// <param name="GenerationId">Which.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CancelGenerationInput(GenerationId GenerationId, CommandId? CommandId = null);

/// <summary>A model to ask first; the configured ones follow when it cannot.</summary>
/// <param name="Provider">Such as `gemini` or `openrouter`.</param>
/// <param name="Model">Its id there.</param>
public sealed record ModelWishInput(string Provider, string Model)
{
    internal ModelChoice ToChoice() => new(Provider, Model);
}
