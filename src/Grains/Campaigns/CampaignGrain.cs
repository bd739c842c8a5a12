using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Campaigns;

/// <summary>Keeps a campaign, and sees to it that every AI job it asked for is begun. Calls nobody outside.</summary>
internal sealed partial class CampaignGrain(Journal journal, ILogger<CampaignGrain> logger)
    : SagaGrain<Campaign, CampaignEvent>(journal, logger),
        ICampaignGrain
{
    /// <summary>A job that has not answered by then is asked for again: the message may be lost, or its silo gone.</summary>
    private static readonly TimeSpan AskJobsAgain = TimeSpan.FromSeconds(60);

    // A memory aid, not truth: whoever forgets it asks once more.
    private readonly Dictionary<GenerationId, DateTimeOffset> asked = [];

    protected override string Category => "campaign";

    protected override ActorId Actor => ActorId.Generator;

    public async Task<Outcome> Create(CreateCampaign ask, CommandContext by) =>
        await Guard(async () =>
        {
            var brand = ask.Brand is { } id ? await GrainFactory.Brand(Tenant, id).Describe() : null;
            return await Handle(ask, by, campaign => CampaignDecider.Create(campaign, ask, brand));
        });

    public Task<Outcome> Rename(RenameCampaign ask, CommandContext by) =>
        Handle(ask, by, campaign => CampaignDecider.Rename(campaign, ask));

    public Task<Outcome> SetLatePolicy(SetCampaignLatePolicy ask, CommandContext by) =>
        Handle(ask, by, campaign => CampaignDecider.SetLatePolicy(campaign, ask));

    public Task<Outcome> ChangeBrief(ChangeBrief ask, CommandContext by) =>
        Handle(ask, by, campaign => CampaignDecider.ChangeBrief(campaign, ask));

    public Task<Outcome> AddItem(AddItem ask, CommandContext by) => Handle(ask, by, campaign => CampaignDecider.AddItem(campaign, ask));

    public Task<Outcome> EditItem(EditItem ask, CommandContext by) =>
        Editing(ask.Item, "The post was edited.", ask, by, campaign => CampaignDecider.EditItem(campaign, ask));

    public Task<Outcome> RemoveItem(RemoveItem ask, CommandContext by) =>
        Editing(ask.Item, "The post was removed.", ask, by, campaign => CampaignDecider.RemoveItem(campaign, ask));

    public Task<Outcome> AttachMedia(AttachMedia ask, CommandContext by) =>
        Editing(ask.Item, "The post got other media.", ask, by, campaign => CampaignDecider.AttachMedia(campaign, ask));

    public Task<Outcome> RequestChanges(RequestChanges ask, CommandContext by) =>
        Editing(
            ask.Item,
            "Changes to the post were asked for.",
            ask,
            by,
            campaign => CampaignDecider.RequestChanges(campaign, ask, by.Actor)
        );

    public Task<Outcome> RequestApproval(RequestApproval ask, CommandContext by) =>
        Handle(ask, by, campaign => CampaignDecider.RequestApproval(campaign, ask));

    public Task<Outcome> Approve(ApproveItem ask, CommandContext by) =>
        Handle(ask, by, campaign => CampaignDecider.Approve(campaign, ask, by.Actor, Now));
}
