using System.Diagnostics;
using Campaigns.Api.Auth;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Commands;
using Campaigns.Api.Publications;
using Campaigns.Api.Reviews;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Reviews;
using Campaigns.Grains;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Invites someone without an account to look at posts as they are now, to comment on them, and to decide about each once. The token that
    /// comes back is theirs alone.
    /// </summary>
    public static async Task<InvitePayload> InviteReviewer(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        InviteReviewerInput input
    )
    {
        var by = commander.Require(Permission.Approve, input.CommandId);
        var invite = new InviteId(DerivedId.From(commander.Tenant, by.Command, "invite"));
        // In whole seconds, as its token says it.
        var until = DateTimeOffset.FromUnixTimeSeconds(input.ExpiresAt.ToUnixTimeSeconds());
        var outcome = await grains
            .Campaign(commander.Tenant, input.CampaignId)
            .InviteReviewer(new(invite, input.Name, input.ItemIds, until), by);
        return InvitePayload.From(
            outcome,
            invite,
            outcome is Outcome.Accepted ? await grains.Reviews(commander.Tenant).TokenOf(input.CampaignId, invite, until) : null
        );
    }

    /// <summary>Takes an invitation back: its link opens nothing any more. What was decided by it stays.</summary>
    public static async Task<InvitePayload> RevokeInvite(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RevokeInviteInput input
    )
    {
        var by = commander.Require(Permission.Approve, input.CommandId);
        var outcome = await grains.Campaign(commander.Tenant, input.CampaignId).RevokeInvite(new(input.InviteId), by);
        return InvitePayload.From(outcome, input.InviteId, token: null);
    }

    /// <summary>Says something of a post, to people of the tenant alone or to outside reviewers too.</summary>
    public static async Task<PostPayload> CommentOnPost(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CommentOnPostInput input
    )
    {
        var by = commander.Require(Permission.Comment, input.CommandId);
        return PostPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).Comment(new(input.ItemId, input.Text, input.IsInternal), by),
            input.CampaignId,
            input.ItemId
        );
    }

    /// <summary>Approves the new time of a publication that a person moved, where the tenant wants that approved anew.</summary>
    public static async Task<PublicationPayload> ApprovePublication(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ApprovePublicationInput input
    )
    {
        var by = commander.Require(Permission.Approve, input.CommandId);
        return PublicationPayload.From(
            await grains.Publication(commander.Tenant, input.PublicationId).Reapprove(new(), by),
            input.PublicationId
        );
    }

    /// <summary>A reviewer from outside approves a post: the content that the invitation is for, once.</summary>
    public static async Task<ReviewPayload> ReviewApprove(
        [FromServices] Reviewer reviewer,
        [FromServices] IGrainFactory grains,
        [FromServices] IHttpContextAccessor requests,
        ReviewApproveInput input
    )
    {
        var window = ApprovalWindow.Between(input.PublishFrom, input.PublishUntil);
        var ask = new ApproveItem(input.ItemId, input.ContentHash, input.Note, window);
        var outcome = await grains.Reviews(reviewer.Tenant).Approve(reviewer.Token, ask, Context(reviewer, requests, input.CommandId));
        return ReviewPayload.From(outcome, input.ItemId);
    }

    /// <summary>A reviewer from outside asks for changes to a post. What was scheduled of it is withdrawn first.</summary>
    public static async Task<ReviewPayload> ReviewRequestChanges(
        [FromServices] Reviewer reviewer,
        [FromServices] IGrainFactory grains,
        [FromServices] IHttpContextAccessor requests,
        ReviewRequestChangesInput input
    )
    {
        var ask = new RequestChanges(input.ItemId, input.Reason);
        var outcome = await grains
            .Reviews(reviewer.Tenant)
            .RequestChanges(reviewer.Token, ask, Context(reviewer, requests, input.CommandId));
        return ReviewPayload.From(outcome, input.ItemId);
    }

    /// <summary>A reviewer from outside says something of a post.</summary>
    public static async Task<ReviewPayload> ReviewComment(
        [FromServices] Reviewer reviewer,
        [FromServices] IGrainFactory grains,
        [FromServices] IHttpContextAccessor requests,
        ReviewCommentInput input
    )
    {
        var outcome = await grains
            .Reviews(reviewer.Tenant)
            .Comment(reviewer.Token, input.ItemId, input.Text, Context(reviewer, requests, input.CommandId));
        return ReviewPayload.From(outcome, input.ItemId);
    }

    private static CommandContext Context(Reviewer reviewer, IHttpContextAccessor requests, CommandId? id) =>
        new(Commander.IdOf(requests, id), reviewer.Sheet.Invite.Actor, Activity.Current?.TraceId.ToString(), Activity.Current?.Id);
}
