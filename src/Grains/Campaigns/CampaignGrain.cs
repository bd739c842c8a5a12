using Campaigns.Domain;
using Campaigns.Domain.Brands;
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

    public Task<Outcome> RequestWriting(RequestWriting ask, CommandContext by) =>
        Starting(() =>
            Handle(ask, by, campaign => CampaignDecider.RequestWriting(campaign, ask, new(DerivedId.From(Tenant, by.Command, Id))))
        );

    public Task<Outcome> RequestIllustration(RequestIllustration ask, CommandContext by) =>
        Starting(() =>
            Editing(
                ask.Item,
                "Another picture was asked for.",
                ask,
                by,
                campaign => CampaignDecider.RequestIllustration(campaign, ask, new(DerivedId.From(Tenant, by.Command, Id)))
            )
        );

    public Task<Outcome> RecordResult(GenerationId job, GenerationResult result) =>
        Guard(async () =>
        {
            await Refresh();
            while (!await Record(Decide(job, result), Actor, job.Value))
                continue;
            asked.Remove(job);
            GoOn(); // pictures may have been asked for
            return Accepted;
        });

    protected override async Task<Pause?> Step()
    {
        if (await CarriedOn())
            return null;
        if (State is not Campaign.Open { Jobs.Count: > 0 } open)
            return Pause.Forever;
        var brand = open.Brand is { } id ? await GrainFactory.Brand(Tenant, id).Describe() : null;
        foreach (var (job, what) in open.Jobs)
        {
            if (asked.TryGetValue(job, out var at) && Now - at < AskJobsAgain)
                continue;
            asked[job] = Now;
            await GrainFactory.Generation(Tenant, job).Start(Job(open, brand, what));
        }
        return Pause.Until(Now + AskJobsAgain);
    }

    private Decision<CampaignEvent> Decide(GenerationId job, GenerationResult result) =>
        result switch
        {
            GenerationResult.Posts posts => CampaignDecider.RecordWritten(State, job, posts.Drafts, posts.MadeBy),
            GenerationResult.Picture picture => CampaignDecider.RecordIllustrated(State, job, picture.Media, picture.MadeBy),
            GenerationResult.Nothing nothing => CampaignDecider.RecordFailed(State, job, nothing.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private GenerationJob Job(Campaign.Open open, Brand? brand, CampaignJob what) =>
        what switch
        {
            CampaignJob.Write write => new GenerationJob.Text(new(Guid.Parse(Id)), open.Brief, brand?.Profile, write.Order),
            CampaignJob.Draw draw => new GenerationJob.Image(new(Guid.Parse(Id)), draw.Item, draw.Prompt, draw.Ratio),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Arms the heartbeat before the append, and begins the jobs after it.</summary>
    private Task<Outcome> Starting(Func<Task<Outcome>> command) =>
        Guard(async () =>
        {
            await RingBy(Now);
            var outcome = await command();
            GoOn();
            return outcome;
        });
}
