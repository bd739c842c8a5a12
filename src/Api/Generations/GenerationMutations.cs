using Campaigns.Api.Auth;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Commands;
using Campaigns.Api.Generations;
using Campaigns.Api.Limits;
using Campaigns.Grains;
using Campaigns.Grains.Campaigns;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Asks for a better brief. It comes as the campaign's `suggestedBrief`, and holds once `changeBrief` takes it.</summary>
    public static async Task<CampaignPayload> ImproveBrief(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        ImproveBriefInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        await ai.Take(ct);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).ImproveBrief(new(input.Instruction), by),
            input.CampaignId
        );
    }

    /// <summary>
    /// Has a post, or one field of it, written anew. One variant is taken at once, and what was scheduled of the post is withdrawn first; several are
    /// offered as the post's `variants`.
    /// </summary>
    public static Task<PostPayload> RegeneratePost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        RegeneratePostInput input,
        CancellationToken ct
    ) => ToMadePost(commander, grains, ai, input, (campaign, by) => campaign.RequestRewrite(input.ToCommand(), by), ct);

    /// <summary>Has a caption and hashtags written from the post's first picture.</summary>
    public static Task<PostPayload> CaptionPost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        CaptionPostInput input,
        CancellationToken ct
    ) => ToMadePost(commander, grains, ai, input, (campaign, by) => campaign.RequestRewrite(input.ToCommand(), by), ct);

    /// <summary>
    /// Has a post's picture, or that of a part, changed as told. What is there stays until the other comes; what was scheduled of the post is withdrawn
    /// first.
    /// </summary>
    public static Task<PostPayload> ChangePicture(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        ChangePictureInput input,
        CancellationToken ct
    ) => ToMadePost(commander, grains, ai, input, (campaign, by) => campaign.ChangePicture(input.ToCommand(), by), ct);

    /// <summary>
    /// Has a part (a slide, scene, cover, film, voice) made anew from the post's script. What is there stays until the other comes; what was scheduled of
    /// the post is withdrawn first.
    /// </summary>
    public static Task<PostPayload> RemakePart(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        RemakePartInput input,
        CancellationToken ct
    ) => ToMadePost(commander, grains, ai, input, (campaign, by) => campaign.RemakePart(input.ToCommand(), by), ct);

    /// <summary>Takes one of a post's `variants`. What was scheduled of the post is withdrawn first.</summary>
    public static Task<PostPayload> ChooseVariant(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ChooseVariantInput input
    ) =>
        ToPost(
            commander,
            grains,
            Permission.EditContent,
            input,
            (campaign, by) => campaign.ChooseVariant(new(input.ItemId, input.Variant), by)
        );

    /// <summary>Asks again for what an AI job failed to make, as a new job.</summary>
    public static async Task<CampaignPayload> RetryGeneration(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        RetryGenerationInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        await ai.Take(ct);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).RetryJob(new(input.GenerationId), by),
            input.CampaignId
        );
    }

    /// <summary>Calls an AI job off, also at the provider. What came before that is kept.</summary>
    public static async Task<GenerationPayload> CancelGeneration(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CancelGenerationInput input
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        return GenerationPayload.From(await grains.Generation(commander.Tenant, input.GenerationId).Cancel(by), input.GenerationId);
    }

    /// <summary>A command to a post that has providers asked: it counts against the limit on such requests.</summary>
    private static async Task<PostPayload> ToMadePost(
        Commander commander,
        IGrainFactory grains,
        AiRequests ai,
        IPostInput input,
        Func<ICampaignGrain, CommandContext, Task<Outcome>> ask,
        CancellationToken ct
    )
    {
        commander.Require(Permission.EditContent);
        await ai.Take(ct);
        return await ToPost(commander, grains, Permission.EditContent, input, ask);
    }
}
