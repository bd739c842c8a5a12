using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using Campaigns.Domain.Publications;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about AI jobs, and what their results mean.</summary>
public static partial class CampaignDecider
{
    /// <summary>Asks for posts.</summary>
    /// <param name="state">As it stands.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="job">The new job's id.</param>
    /// <param name="by">Who asks.</param>
    public static Decision<CampaignEvent> RequestWriting(Campaign state, RequestWriting ask, GenerationId job, ActorId? by = null)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Jobs.ContainsKey(job))
            return [];
        if (open.Jobs.Values.Any(other => other is CampaignJob.Write))
            return Refusal.WritingUnderWay;
        var order = ask.Order;
        if (OrderRule.Check(order) is { } malformed)
            return malformed;
        if (open.Items.Count + order.Items.Count > MostItems)
            return Refusal.TooManyItems(MostItems);
        return
            TextRule.First(LanguageRule.Check("language", order.Language), TextRule.Check("tone", order.Tone, 200, required: false))
                is { } refusal
            ? refusal
            : [new WritingRequested(job, order, by)];
    }

    /// <summary>Asks for what the last order left out.</summary>
    public static Decision<CampaignEvent> RequestMissing(Campaign state, GenerationId job, ActorId by)
    {
        if (state is not Open open)
            return Refusal.CampaignNotFound;
        if (open.Jobs.ContainsKey(job))
            return [];
        if (open.Jobs.Values.Any(other => other is CampaignJob.Write))
            return Refusal.WritingUnderWay;
        if (open.Rest is not { } rest)
            return Refusal.NothingMissing;
        return open.Items.Count + rest.Items.Count > MostItems ? Refusal.TooManyItems(MostItems) : [new WritingRequested(job, rest, by)];
    }

    /// <summary>The items came: those that shall be illustrated, filmed or spoken are asked to be.</summary>
    public static Decision<CampaignEvent> RecordWritten(
        Campaign state,
        GenerationId job,
        IReadOnlyList<DraftPost> posts,
        Provenance madeBy,
        IReadOnlyList<string>? missing = null
    )
    {
        if (state is not Open open || !open.Jobs.TryGetValue(job, out var waiting) || waiting is not CampaignJob.Write write)
            return []; // heard before
        var items = posts.Select((post, n) => new WrittenItem(new(DerivedId.From($"{job}/item/{n}")), post)).ToList();
        return [new Written(job, items, madeBy, missing), .. items.SelectMany(written => Beginning(job, written, write))];
    }

    /// <summary>Asks for a picture.</summary>
    public static Decision<CampaignEvent> RequestIllustration(Campaign state, RequestIllustration ask, GenerationId job, ActorId? by = null)
    {
        if (state is Open open && open.Jobs.ContainsKey(job))
            return [];
        if (Editable(state, ask.Item, out var item) is { } closed)
            return closed;
        if (item.Kind is PostKind.Reel)
            return Refusal.ReelTakesNoPicture;
        if (item.Kind is PostKind.Carousel && item.Media.Count >= MediaRule.MostInCarousel)
            return Refusal.TooManyMedia(MediaRule.MostInCarousel);
        var prompt = string.IsNullOrWhiteSpace(ask.Prompt) ? item.Text.ImagePrompt : ask.Prompt;
        if (string.IsNullOrWhiteSpace(prompt))
            return Refusal.NothingToDraw;
        return TextRule.Check("prompt", prompt, 4000) is { } refusal
            ? refusal
            : [new IllustrationRequested(job, ask.Item, prompt, ask.Ratio, by)];
    }

    /// <summary>The picture came.</summary>
    public static Decision<CampaignEvent> RecordIllustrated(Campaign state, GenerationId job, MediaAsset media, Provenance madeBy) =>
        state is Open open && open.Jobs.TryGetValue(job, out var waiting) && waiting is CampaignJob.Draw draw
            ? [new ItemIllustrated(job, draw.Item, media, madeBy)]
            : [];

    /// <summary>The result will not come.</summary>
    public static Decision<CampaignEvent> RecordFailed(Campaign state, GenerationId job, Problem problem) =>
        (state as Open)?.Jobs.GetValueOrDefault(job) switch
        {
            CampaignJob.Write => [new WritingFailed(job, problem)],
            CampaignJob.Make make => RecordPartFailed((Open)state, job, make, problem),
            CampaignJob.Rewrite rewrite => [new RewriteFailed(job, rewrite.Item, problem)],
            CampaignJob.Improve => [new BriefImprovementFailed(job, problem)],
            CampaignJob.Draw draw => [new IllustrationFailed(job, draw.Item, problem)],
            _ => [], // heard before
        };
}
