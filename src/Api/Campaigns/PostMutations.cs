using Campaigns.Api.Auth;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Commands;
using Campaigns.Api.Limits;
using Campaigns.Api.Media;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains;
using Campaigns.Grains.Campaigns;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Adds a post by hand.</summary>
    public static async Task<PostPayload> AddPost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        AddPostInput input
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        var item = input.ItemId ?? new ItemId(DerivedId.From(commander.Tenant, by.Command, "item"));
        return PostPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).AddItem(input.ToCommand(item), by),
            input.CampaignId,
            item
        );
    }

    /// <summary>Changes any text of a post, or its kind. An approval of what it was no longer counts, and what was scheduled of it is withdrawn first.</summary>
    public static Task<PostPayload> EditPost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        EditPostInput input
    ) => ToPost(commander, grains, Permission.EditContent, input, (campaign, by) => campaign.EditItem(input.ToCommand(), by));

    /// <summary>Takes a post out. What was scheduled of it is withdrawn first.</summary>
    public static Task<PostPayload> RemovePost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RemovePostInput input
    ) => ToPost(commander, grains, Permission.EditContent, input, (campaign, by) => campaign.RemoveItem(new(input.ItemId), by));

    /// <summary>Asks for a picture. It comes when it is drawn: look at the post's `media`.</summary>
    public static Task<PostPayload> IllustratePost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        IllustratePostInput input,
        CancellationToken ct
    ) =>
        ToMadePost(
            commander,
            grains,
            ai,
            input,
            (campaign, by) => campaign.RequestIllustration(new(input.ItemId, input.Prompt, input.Ratio), by),
            ct
        );

    /// <summary>
    /// Puts uploaded pictures and videos into a post, in order, in place of what is there. An approval no longer counts, and what was scheduled of it is withdrawn
    /// first.
    /// </summary>
    public static async Task<PostPayload> AttachMedia(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] UsableMedia store,
        AttachMediaInput input,
        CancellationToken ct
    )
    {
        commander.Require(Permission.EditContent);
        var (files, refusal) = await store.Attached(commander.Tenant, input, ct);
        return files is null
            ? PostPayload.From(new Outcome.Refused(refusal!), input.CampaignId, input.ItemId)
            : await ToPost(
                commander,
                grains,
                Permission.EditContent,
                input,
                (campaign, by) => campaign.AttachMedia(new(input.ItemId, files[0], files.Count == 1 ? null : [.. files.Skip(1)]), by)
            );
    }

    /// <summary>Asks for approval of a post as it is.</summary>
    public static Task<PostPayload> RequestApproval(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RequestApprovalInput input
    ) =>
        ToPost(
            commander,
            grains,
            Permission.RequestApproval,
            input,
            (campaign, by) => campaign.RequestApproval(new(input.ItemId, input.Note), by)
        );

    /// <summary>Approves a post: the content it has now, and no other.</summary>
    public static Task<PostPayload> ApprovePost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ApprovePostInput input
    ) =>
        ToPost(
            commander,
            grains,
            Permission.Approve,
            input,
            (campaign, by) =>
                campaign.Approve(
                    new(input.ItemId, input.ContentHash, input.Note, ApprovalWindow.Between(input.PublishFrom, input.PublishUntil)),
                    by
                )
        );

    /// <summary>Asks for changes to a post. What was scheduled of it is withdrawn first.</summary>
    public static Task<PostPayload> RequestChanges(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RequestChangesInput input
    ) =>
        ToPost(
            commander,
            grains,
            Permission.Approve,
            input,
            (campaign, by) => campaign.RequestChanges(new(input.ItemId, input.Reason), by)
        );

    private static async Task<PostPayload> ToPost(
        Commander commander,
        IGrainFactory grains,
        Permission permission,
        IPostInput input,
        Func<ICampaignGrain, CommandContext, Task<Outcome>> command
    )
    {
        var by = commander.Require(permission, input.CommandId);
        return PostPayload.From(await command(grains.Campaign(commander.Tenant, input.CampaignId), by), input.CampaignId, input.ItemId);
    }
}
