using Campaigns.Api.Auth;
using Campaigns.Api.Campaigns;
using Campaigns.Api.Commands;
using Campaigns.Api.Limits;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Grains;
using GraphQL;

namespace Campaigns.Api;

public sealed partial class Mutation
{
    /// <summary>Begins a campaign from a brief.</summary>
    public static async Task<CampaignPayload> CreateCampaign(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        CreateCampaignInput input
    )
    {
        var by = commander.Require(Permission.CreateCampaign, input.CommandId);
        var id = input.Id ?? new CampaignId(DerivedId.From(commander.Tenant, by.Command, "campaign"));
        return CampaignPayload.From(await grains.Campaign(commander.Tenant, id).Create(input.ToCommand(), by), id);
    }

    /// <summary>Names a campaign otherwise.</summary>
    public static async Task<CampaignPayload> RenameCampaign(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        RenameCampaignInput input
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).Rename(new(input.Name), by),
            input.CampaignId
        );
    }

    /// <summary>Changes a campaign's brief. What was written from the old one stays.</summary>
    public static async Task<CampaignPayload> ChangeBrief(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        ChangeBriefInput input
    )
    {
        var by = commander.Require(Permission.EditContent, input.CommandId);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).ChangeBrief(new(input.Brief), by),
            input.CampaignId
        );
    }

    /// <summary>
    /// Sets what holds for late posts of a campaign where they say nothing themselves. What is scheduled already keeps what held then.
    /// </summary>
    public static async Task<CampaignPayload> SetCampaignLatePolicy(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        SetCampaignLatePolicyInput input
    )
    {
        var by = commander.Require(Permission.Schedule, input.CommandId);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).SetLatePolicy(new(input.LatePolicy?.ToPolicy()), by),
            input.CampaignId
        );
    }

    /// <summary>Asks for posts to be written from the brief, and illustrated. They come as they are made: look at the campaign's `posts`.</summary>
    public static async Task<CampaignPayload> WriteCampaign(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        WriteCampaignInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.CreateCampaign, input.CommandId);
        await ai.Take(ct);
        return CampaignPayload.From(
            await grains.Campaign(commander.Tenant, input.CampaignId).RequestWriting(input.ToCommand(), by),
            input.CampaignId
        );
    }

    /// <summary>
    /// Asks for what the last order left out, as `writing.missing` tells: that alone is written, beside what came. Nothing of what is there changes.
    /// </summary>
    public static async Task<CampaignPayload> WriteMissing(
        [FromServices] Commander commander,
        [FromServices] IGrainFactory grains,
        [FromServices] AiRequests ai,
        WriteMissingInput input,
        CancellationToken ct
    )
    {
        var by = commander.Require(Permission.CreateCampaign, input.CommandId);
        await ai.Take(ct);
        return CampaignPayload.From(await grains.Campaign(commander.Tenant, input.CampaignId).RequestMissing(new(), by), input.CampaignId);
    }
}
