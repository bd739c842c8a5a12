using System.Collections.Immutable;
using Campaigns.Domain.Generations;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>What a campaign knows of its AI jobs.</summary>
public abstract partial record Campaign
{
    private const int MostFailed = 50;

    private static Open Wrote(Open open, Written e)
    {
        var order = (open.Jobs.GetValueOrDefault(e.Generation) as CampaignJob.Write)?.Order;
        var by = open.Jobs.GetValueOrDefault(e.Generation)?.By;
        return Over(open, e.Generation, failed: false) with
        {
            Rest = order?.Without(e.Items.Select(written => OrderedItem.Of(written.Post))),
            Items = open.Items.AddRange(
                e.Items.Select(written => CampaignItem.New(written.Item, written.Post, e.MadeBy) with { Order = order, OrderedBy = by })
            ),
        };
    }

    private static Open Making(Open open, CampaignEvent happened) =>
        happened switch
        {
            PartRequested e => Item(
                Waiting(open, e.Generation, new CampaignJob.Make(e.Item, e.Part, e.Order) { By = e.By }),
                e.Item,
                item => item.With(PartOfItem.Asked(item.Part(e.Part), e.Part, e.Generation))
            ),
            PartMade e => Item(
                Over(open, e.Generation, failed: false),
                e.Item,
                item => item.With(new(e.Part) { Media = e.Media, MadeBy = e.MadeBy })
            ),
            PartFailed e => Item(
                Over(open, e.Generation, failed: true),
                e.Item,
                item => item.With(PartOfItem.NotMade(item.Part(e.Part), e.Part, e.Problem))
            ),
            ItemAssembled e => Item(open, e.Item, item => Edited(item) with { Media = e.Media, MadeBy = e.MadeBy }),
            _ => open,
        };

    private static Open Rewriting(Open open, CampaignEvent happened) =>
        happened switch
        {
            RewriteRequested e => Item(
                Waiting(open, e.Generation, new CampaignJob.Rewrite(e.Item, e.Order, e.Picture) { By = e.By }),
                e.Item,
                item => item with { Rewriting = e.Generation }
            ),
            VariantsOffered e => Item(
                Over(open, e.Generation, failed: false),
                e.Item,
                item => item with { Rewriting = null, Variants = [.. e.Variants], VariantsBy = e.MadeBy }
            ),
            VariantChosen e => Item(
                open,
                e.Item,
                item => Edited(item) with { Text = e.Text, MadeBy = e.MadeBy, Variants = [], VariantsBy = null }
            ),
            RewriteFailed e => Item(Over(open, e.Generation, failed: true), e.Item, item => item with { Rewriting = null }),
            _ => open,
        };

    private static Open Briefing(Open open, CampaignEvent happened) =>
        happened switch
        {
            BriefImprovementRequested e => Waiting(open, e.Generation, new CampaignJob.Improve(e.Instruction) { By = e.By }),
            BriefSuggested e => Over(open, e.Generation, failed: false) with { SuggestedBrief = e.Brief },
            BriefImprovementFailed e => Over(open, e.Generation, failed: true),
            _ => open,
        };

    private static Open Waiting(Open open, GenerationId job, CampaignJob what) => open with { Jobs = open.Jobs.SetItem(job, what) };

    private static Open Over(Open open, GenerationId job, bool failed) =>
        open with
        {
            Jobs = open.Jobs.Remove(job),
            Failed = failed && open.Jobs.TryGetValue(job, out var what) ? Newest(open.Failed.Add(new(job, what))) : open.Failed,
        };

    private static ImmutableList<FailedJob> Newest(ImmutableList<FailedJob> failed) =>
        failed.Count > MostFailed ? failed.RemoveRange(0, failed.Count - MostFailed) : failed;
}
