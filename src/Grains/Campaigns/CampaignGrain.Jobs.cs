using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Grains.EventSourcing;
using Microsoft.Extensions.Logging;

namespace Campaigns.Grains.Campaigns;

/// <summary>Its AI jobs: asked for, begun, asked for again when they say nothing, and what came of them.</summary>
internal sealed partial class CampaignGrain
{
    /// <summary>A series or move that cannot go on now must not hold up the AI jobs: it is tried again after this.</summary>
    private static readonly TimeSpan CarryOnAgain = TimeSpan.FromSeconds(15);

    private const int MostBeside = 30;
    private const int LongestBeside = 160;

    public Task<Outcome> RequestWriting(RequestWriting ask, CommandContext by) =>
        Starting(() => Handle(ask, by, campaign => CampaignDecider.RequestWriting(campaign, ask, NewJob(by), by.Actor)));

    public Task<Outcome> RequestMissing(RequestMissing ask, CommandContext by) =>
        Starting(() => Handle(ask, by, campaign => CampaignDecider.RequestMissing(campaign, NewJob(by), by.Actor)));

    public Task<Outcome> RequestIllustration(RequestIllustration ask, CommandContext by) =>
        Starting(() =>
            Editing(
                ask.Item,
                "Another picture was asked for.",
                ask,
                by,
                campaign => CampaignDecider.RequestIllustration(campaign, ask, NewJob(by), by.Actor)
            )
        );

    public Task<Outcome> ChangePicture(ChangePicture ask, CommandContext by) =>
        Starting(() =>
            Editing(
                ask.Item,
                "The picture shall be changed.",
                ask,
                by,
                campaign => CampaignDecider.ChangePicture(campaign, ask, NewJob(by), by.Actor)
            )
        );

    public Task<Outcome> RemakePart(RemakePart ask, CommandContext by) =>
        Starting(() =>
            Editing(
                ask.Item,
                "A part shall be made anew.",
                ask,
                by,
                campaign => CampaignDecider.RemakePart(campaign, ask, NewJob(by), by.Actor)
            )
        );

    public Task<Outcome> RequestRewrite(RequestRewrite ask, CommandContext by) =>
        Starting(() =>
        {
            Decision<CampaignEvent> Rewriting(Campaign campaign) => CampaignDecider.RequestRewrite(campaign, ask, NewJob(by), by.Actor);
            return ask.Order.Variants == 1
                ? Editing(ask.Item, "Other words were asked for.", ask, by, Rewriting)
                : Handle(ask, by, Rewriting); // nothing changes before one is chosen
        });

    public Task<Outcome> ChooseVariant(ChooseVariant ask, CommandContext by) =>
        Editing(ask.Item, "Other words were chosen.", ask, by, campaign => CampaignDecider.ChooseVariant(campaign, ask));

    public Task<Outcome> ImproveBrief(ImproveBrief ask, CommandContext by) =>
        Starting(() => Handle(ask, by, campaign => CampaignDecider.RequestBriefImprovement(campaign, ask, NewJob(by), by.Actor)));

    public Task<Outcome> RetryJob(RetryJob ask, CommandContext by) =>
        Starting(async () =>
        {
            await Refresh();
            Decision<CampaignEvent> Retry(Campaign campaign) => CampaignDecider.RetryJob(campaign, ask.Generation, NewJob(by), by.Actor);
            var failed = (State as Campaign.Open)?.Failed.FindLast(one => one.Generation == ask.Generation);
            return failed is not null && CampaignDecider.ItemOf(failed.Job) is { } item
                ? await Editing(item, "What failed was asked for again.", ask, by, Retry)
                : await Handle(ask, by, Retry);
        });

    public Task<Outcome> RecordResult(GenerationId job, GenerationResult result) =>
        Guard(async () =>
        {
            await Refresh();
            while (!await Record(Decide(job, result), Actor, job.Value))
                continue;
            asked.Remove(job);
            GoOn(); // more may have been asked for
            return Accepted;
        });

    protected override async Task<Pause?> Step()
    {
        // AI jobs first: they go on beside whatever else there is to do.
        var begun = await BeginJobs();
        try
        {
            if (await CarriedOn())
                return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException && begun)
        {
            // Publications may be away for long; a job that answers nothing must still be asked for again meanwhile.
            Logger.LogWarning(e, "Campaign {Key}: a series or move cannot go on now", this.GetPrimaryKeyString());
            return Pause.Until(Now + CarryOnAgain);
        }
        return begun ? Pause.Until(Now + AskJobsAgain) : Pause.Forever;
    }

    private async Task<bool> BeginJobs()
    {
        if (State is not Campaign.Open { Jobs.Count: > 0 } open)
            return false;
        var brand = open.Brand is { } id ? await GrainFactory.Brand(Tenant, id).Describe() : null;
        foreach (var (job, what) in open.Jobs)
        {
            if (asked.TryGetValue(job, out var at) && Now - at < AskJobsAgain)
                continue;
            asked[job] = Now;
            await GrainFactory.Generation(Tenant, job).Start(Job(open, brand, what), what.By ?? Actor, First(open, what));
        }
        return true;
    }

    private Decision<CampaignEvent> Decide(GenerationId job, GenerationResult result) =>
        result switch
        {
            GenerationResult.Posts posts => CampaignDecider.RecordWritten(State, job, posts.Drafts, posts.MadeBy, posts.Missing),
            GenerationResult.Picture picture when (State as Campaign.Open)?.Jobs.GetValueOrDefault(job) is CampaignJob.Make =>
                CampaignDecider.RecordPart(State, job, picture.Media, picture.MadeBy),
            GenerationResult.Picture picture => CampaignDecider.RecordIllustrated(State, job, picture.Media, picture.MadeBy),
            GenerationResult.Variants variants => CampaignDecider.RecordRewritten(State, job, variants.Drafts, variants.MadeBy),
            GenerationResult.Brief brief => CampaignDecider.RecordBrief(State, job, brief.Text, brief.MadeBy),
            GenerationResult.Nothing nothing => CampaignDecider.RecordFailed(State, job, nothing.Problem),
            _ => throw new UnreachableException(),
        };

    private GenerationJob Job(Campaign.Open open, Brand? brand, CampaignJob what)
    {
        var campaign = new CampaignId(Guid.Parse(Id));
        return what switch
        {
            CampaignJob.Write write => new GenerationJob.Text(campaign, open.Brief, brand?.Profile, write.Order, Beside(open)),
            CampaignJob.Draw draw => new GenerationJob.Image(campaign, draw.Item, draw.Prompt, draw.Ratio)
            {
                // What is changed stays as it is otherwise: nothing else is gone by.
                References = draw.Original is { } original ? [original] : open.Find(draw.Item)?.Order?.References,
                Brand = draw.Original is not null || open.Find(draw.Item)?.Order is null ? null : brand?.Profile,
            },
            CampaignJob.Make { Part.Role: PartRole.Narration } make => new GenerationJob.Speech(
                campaign,
                make.Item,
                make.Part,
                make.Order.Prompt,
                make.Order.Language ?? "en",
                make.Order.Voice
            ),
            CampaignJob.Make { Part.Role: PartRole.Film } make => new GenerationJob.Video(
                campaign,
                make.Item,
                make.Part,
                make.Order.Prompt,
                make.Order.Ratio,
                make.Order.Seconds,
                make.Order.References is [var frame, ..] ? frame : null
            ),
            CampaignJob.Make make => new GenerationJob.Image(
                campaign,
                make.Item,
                make.Order.Prompt,
                make.Order.Ratio,
                make.Part,
                make.Order.References,
                make.Order.References is [{ Role: ReferenceRole.Original }, ..] ? null : brand?.Profile
            ),
            CampaignJob.Rewrite rewrite => new GenerationJob.Rewrite(
                campaign,
                rewrite.Item,
                open.Brief,
                brand?.Profile,
                Draft(open.Find(rewrite.Item)!),
                rewrite.Order,
                rewrite.Picture
            ),
            CampaignJob.Improve improve => new GenerationJob.Improve(campaign, open.Brief, brand?.Profile, improve.Instruction),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The beginnings of its last captions, so that nothing is written twice; null when it has none.</summary>
    private static IReadOnlyList<string>? Beside(Campaign.Open open) =>
        open.Items.Count == 0
            ? null
            : [.. open.Items.TakeLast(MostBeside).Select(item => Beginning(item.Text.Caption.ReplaceLineEndings(" ")))];

    private static string Beginning(string caption) =>
        caption.Length <= LongestBeside ? caption
        : char.IsHighSurrogate(caption[LongestBeside - 1]) ? caption[..(LongestBeside - 1)]
        : caption[..LongestBeside];

    /// <summary>Whom a run, or a person, wants to be asked first; null: as configured.</summary>
    private static ModelChoice? First(Campaign.Open open, CampaignJob what) =>
        what switch
        {
            CampaignJob.Write write => write.Order.TextModel,
            CampaignJob.Draw draw => open.Find(draw.Item)?.Order?.ImageModel,
            CampaignJob.Make { Part.Role: PartRole.Cover or PartRole.Slide or PartRole.Scene } make => open.Find(
                make.Item
            )?.Order?.ImageModel,
            CampaignJob.Rewrite rewrite => rewrite.Order.Model,
            _ => null,
        };

    private static DraftPost Draft(CampaignItem item) => new(item.Platform, item.Text, item.Kind, item.Script);

    private GenerationId NewJob(CommandContext by) => new(DerivedId.From(Tenant, by.Command, Id));

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
