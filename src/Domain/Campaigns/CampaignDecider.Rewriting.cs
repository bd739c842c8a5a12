using Campaigns.Domain.Generations;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about writing anew: an item, a field of it, the brief; and about asking again for what failed.</summary>
public static partial class CampaignDecider
{
    /// <summary>Most ways to choose from.</summary>
    public const int MostVariants = 4;

    /// <summary>Asks for an item, or a field of it, to be written anew.</summary>
    public static Decision<CampaignEvent> RequestRewrite(Campaign state, RequestRewrite ask, GenerationId job, ActorId by)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (state is Open open && open.Jobs.ContainsKey(job))
            return [];
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        if (ask.Order.Variants is < 1 or > MostVariants)
            return Refusal.VariantsOutOfRange(MostVariants);
        if (ask.FromPicture && item.Media.Count == 0)
            return Refusal.NoMedia;
        if (ask.FromPicture && item.Media[0].IsVideo)
            return Refusal.NoPictureToLookAt;
        var refusal = TextRule.First(
            TextRule.Check("instruction", ask.Order.Instruction, 2_000),
            ask.Order.Language is { } language ? LanguageRule.Check("language", language) : null
        );
        return refusal is not null
            ? refusal
            :
            [
                new RewriteRequested(
                    job,
                    ask.Item,
                    ask.Order,
                    by,
                    ask.FromPicture ? new(ReferenceRole.Product, Asset: item.Media[0]) : null
                ),
            ];
    }

    /// <summary>The ways came. One alone is taken at once; of several a person chooses.</summary>
    public static Decision<CampaignEvent> RecordRewritten(
        Campaign state,
        GenerationId job,
        IReadOnlyList<DraftPost> variants,
        Provenance madeBy
    )
    {
        ArgumentNullException.ThrowIfNull(variants);
        if (state is not Open open || open.Jobs.GetValueOrDefault(job) is not CampaignJob.Rewrite rewrite)
            return []; // heard before
        var offered = new VariantsOffered(job, rewrite.Item, [.. variants.Select(variant => variant.Text)], madeBy);
        return rewrite.Order.Variants == 1 && variants.Count > 0 && open.Find(rewrite.Item) is not null
            ? [offered, new VariantChosen(rewrite.Item, 1, variants[0].Text, madeBy)]
            : [offered];
    }

    /// <summary>Takes one of the ways.</summary>
    public static Decision<CampaignEvent> ChooseVariant(Campaign state, ChooseVariant ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        return ask.Number < 1 || ask.Number > item.Variants.Count
            ? Refusal.VariantNotFound
            : [new VariantChosen(ask.Item, ask.Number, item.Variants[ask.Number - 1], item.VariantsBy!)];
    }

    /// <summary>Asks for a better brief.</summary>
    public static Decision<CampaignEvent> RequestBriefImprovement(Campaign state, ImproveBrief ask, GenerationId job, ActorId by)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Jobs.ContainsKey(job))
            return [];
        if (open.Jobs.Values.Any(other => other is CampaignJob.Improve))
            return Refusal.ImprovementUnderWay;
        return TextRule.Check("instruction", ask.Instruction, 2_000, required: false) is { } refusal
            ? refusal
            : [new BriefImprovementRequested(job, ask.Instruction, by)];
    }

    /// <summary>A better brief came.</summary>
    public static Decision<CampaignEvent> RecordBrief(Campaign state, GenerationId job, string brief, Provenance madeBy) =>
        state is Open open && open.Jobs.GetValueOrDefault(job) is CampaignJob.Improve ? [new BriefSuggested(job, brief, madeBy)] : [];

    /// <summary>Asks again for what failed, under a new job.</summary>
    public static Decision<CampaignEvent> RetryJob(Campaign state, GenerationId failed, GenerationId job, ActorId by)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Jobs.ContainsKey(job))
            return [];
        if (open.Failed.FindLast(one => one.Generation == failed) is not { Job: var what })
            return Refusal.NothingToRetry;
        if (Closed(open, what) is { } closed)
            return closed;
        if (what is CampaignJob.Write && open.Jobs.Values.Any(other => other is CampaignJob.Write))
            return Refusal.WritingUnderWay;
        return
        [
            what switch
            {
                CampaignJob.Write write => new WritingRequested(job, write.Order, by),
                CampaignJob.Draw draw => new IllustrationRequested(job, draw.Item, draw.Prompt, draw.Ratio, by, draw.Original),
                CampaignJob.Make make => new PartRequested(job, make.Item, make.Part, make.Order, by),
                CampaignJob.Rewrite rewrite => new RewriteRequested(job, rewrite.Item, rewrite.Order, by, rewrite.Picture),
                CampaignJob.Improve improve => new BriefImprovementRequested(job, improve.Instruction, by),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        ];
    }

    /// <summary>The item that a job is for; null when for the whole campaign.</summary>
    public static ItemId? ItemOf(CampaignJob job) =>
        job switch
        {
            CampaignJob.Draw draw => draw.Item,
            CampaignJob.Make make => make.Item,
            CampaignJob.Rewrite rewrite => rewrite.Item,
            _ => null,
        };

    /// <summary>Parts are made side by side: only that very part must not be under way.</summary>
    private static Refusal? Closed(Open open, CampaignJob job) =>
        job switch
        {
            CampaignJob.Make make when open.Find(make.Item) is null => Refusal.ItemNotFound,
            CampaignJob.Make make => open.Find(make.Item)!.Part(make.Part) is { Generation: not null } ? Refusal.DrawingUnderWay : null,
            _ when ItemOf(job) is { } id => Editable(open, id, out _),
            _ => null,
        };
}
