using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>Every choice made about pictures, films and voices that are there and shall be other.</summary>
public static partial class CampaignDecider
{
    /// <summary>Asks for a picture to be changed: of a post its one, or a part. What is there stays until the other comes.</summary>
    public static Decision<CampaignEvent> ChangePicture(Campaign state, ChangePicture ask, GenerationId job, ActorId by)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (state is Open known && known.Jobs.ContainsKey(job))
            return [];
        if (Remakable(state, ask.Item, ask.Part, out var item) is { } closed)
            return closed;
        if (TextRule.Check("instruction", ask.Instruction, 2_000) is { } refusal)
            return refusal;
        var media =
            ask.Part is { } part ? item.Part(part)?.Media
            : item.Media is [var only] && item.Kind is not PostKind.Carousel ? only
            : null;
        if (media is not { Kind: MediaKind.Picture })
            return Refusal.NoPictureToChange;
        var original = new PictureReference(ReferenceRole.Original, Asset: media);
        return ask.Part is null
            ? [new IllustrationRequested(job, ask.Item, ask.Instruction, ItemShape.Nearest(media), by, original)]
            : [new PartRequested(job, ask.Item, ask.Part, new(ask.Instruction, ItemShape.Nearest(media), References: [original]), by)];
    }

    /// <summary>Asks for a part to be made anew from what the script says now. What is there stays until the other comes.</summary>
    public static Decision<CampaignEvent> RemakePart(Campaign state, RemakePart ask, GenerationId job, ActorId by)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (state is Open known && known.Jobs.ContainsKey(job))
            return [];
        if (Remakable(state, ask.Item, ask.Part, out var item) is { } closed)
            return closed;
        return item.Script is { } script && OrderOf(item, script, ask.Part) is { } order
            ? [new PartRequested(job, ask.Item, ask.Part, order, by)]
            : Refusal.PartNotFound;
    }

    /// <summary>Parts are made side by side: only that very part must not be under way.</summary>
    private static Refusal? Remakable(Campaign state, ItemId id, ItemPart? part, out CampaignItem item)
    {
        if (part is null)
            return Editable(state, id, out item);
        item = (state as Open)?.Find(id)!;
        return (state, item) switch
        {
            (not Open, _) => Refusal.CampaignNotFound,
            (_, null) => Refusal.ItemNotFound,
            _ when item.Part(part) is { Generation: not null } => Refusal.DrawingUnderWay,
            _ => null,
        };
    }

    /// <summary>What a part shall be, by the script; null when the script has none such. It keeps to the look of the item's other pictures.</summary>
    private static PartOrder? OrderOf(CampaignItem item, ItemScript script, ItemPart part)
    {
        var order = item.Order;
        PictureReference? LookOf(ItemPart other) =>
            other != part && item.Part(other)?.Media is { } media ? new(ReferenceRole.Style, Asset: media) : null;
        return part switch
        {
            { Role: PartRole.Slide, Number: var n } when n >= 1 && n <= (script.Slides?.Count ?? 0) => SlideOrder(
                script.Slides![n - 1],
                order,
                LookOf(ItemPart.Slide(1))
            ),
            { Role: PartRole.Cover, Number: 0 } when script.CoverPrompt is { } cover => CoverOrder(cover, order),
            { Role: PartRole.Scene, Number: var n } when n >= 1 && n <= (script.Scenes?.Count ?? 0) => SceneOrder(
                script.Scenes![n - 1],
                order,
                LookOf(ItemPart.Cover)
            ),
            { Role: PartRole.Film, Number: var n } when n >= 1 && n <= (script.Scenes?.Count ?? 0) => FilmOrder(
                script.Scenes![n - 1],
                LookOf(ItemPart.Scene(n))
            ),
            { Role: PartRole.Narration, Number: 0 } when script.Narration is { Length: > 0 } said => NarrationOrder(said, order),
            _ => null,
        };
    }
}
