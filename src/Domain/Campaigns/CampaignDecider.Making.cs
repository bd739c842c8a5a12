using Campaigns.Domain.Generations;
using Campaigns.Domain.Media;
using static Campaigns.Domain.Campaigns.Campaign;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Domain.Campaigns;

/// <summary>
/// The campaign run: what is asked for once the words are there, and once a part is. One look throughout an item: its first picture is what the
/// others go by, so it comes first.
/// </summary>
public static partial class CampaignDecider
{
    /// <summary>A part came.</summary>
    public static Decision<CampaignEvent> RecordPart(Campaign state, GenerationId job, MediaAsset media, Provenance madeBy)
    {
        if (state is not Open open || open.Jobs.GetValueOrDefault(job) is not CampaignJob.Make make)
            return []; // heard before
        var made = new PartMade(job, make.Item, make.Part, media, madeBy);
        return [made, .. Following(Evolve(open, made), make, media, job)];
    }

    private static Decision<CampaignEvent> RecordPartFailed(Open open, GenerationId job, CampaignJob.Make make, Problem problem)
    {
        var failed = new PartFailed(job, make.Item, make.Part, problem);
        return [failed, .. Following(Evolve(open, failed), make, media: null, job)];
    }

    /// <summary>What is asked for first of an item that was written.</summary>
    private static List<CampaignEvent> Beginning(GenerationId job, WrittenItem written, CampaignJob.Write write)
    {
        var (post, order, by) = (written.Post, write.Order, write.By);
        List<CampaignEvent> first = [];
        if (post.Script is { Content: ContentKind.Clip, Narration: { Length: > 0 } said } && order.Clips is { Narrate: true })
            first.Add(Ask(job, written.Item, ItemPart.Narration, NarrationOrder(said, order), by));
        if (order.Illustrate && FirstPicture(job, written, order, by) is { } picture)
            first.Add(picture);
        return first;
    }

    private static CampaignEvent? FirstPicture(GenerationId job, WrittenItem written, WritingOrder order, ActorId? by) =>
        (written.Post.Script?.Content, written.Post) switch
        {
            (ContentKind.Carousel, { Script.Slides: [var first, ..] }) => Ask(
                job,
                written.Item,
                ItemPart.Slide(1),
                SlideOrder(first, order, look: null),
                by
            ),
            (ContentKind.Clip, { Script.CoverPrompt: { } cover }) => Ask(job, written.Item, ItemPart.Cover, CoverOrder(cover, order), by),
            (null or ContentKind.Post or ContentKind.Ad, { Text.ImagePrompt: { } prompt, Platform: var platform })
                when !string.IsNullOrWhiteSpace(prompt) => new IllustrationRequested(
                new(DerivedId.From($"{job}/picture/{written.Item}")),
                written.Item,
                prompt,
                ItemShape.Of(platform),
                by
            ),
            _ => null,
        };

    /// <summary>What is asked for next, and what the item shows once nothing is left to ask for.</summary>
    private static List<CampaignEvent> Following(Campaign state, CampaignJob.Make over, MediaAsset? media, GenerationId job)
    {
        if ((state as Open)?.Find(over.Item) is not { Script: { } script, Order: var order } item)
            return [];
        List<CampaignEvent> next =
        [
            .. Next(item, script, order, over, media, job).Where(ask => item.Part(((PartRequested)ask).Part) is null),
        ];
        if (next.Count > 0)
            return next;
        return Assembled(item) is { } assembled ? [assembled] : [];
    }

    private static IEnumerable<CampaignEvent> Next(
        CampaignItem item,
        ItemScript script,
        WritingOrder? order,
        CampaignJob.Make over,
        MediaAsset? media,
        GenerationId job
    )
    {
        var look = media is null ? null : new PictureReference(ReferenceRole.Style, Asset: media);
        switch (over.Part)
        {
            case { Role: PartRole.Slide, Number: 1 }:
                return (script.Slides ?? [])
                    .Select((slide, n) => (slide, n + 1))
                    .Skip(1)
                    .Select(one => Ask(job, item.Id, ItemPart.Slide(one.Item2), SlideOrder(one.slide, order, look), over.By));
            case { Role: PartRole.Cover }:
                return (script.Scenes ?? []).Select(
                    (scene, n) => Ask(job, item.Id, ItemPart.Scene(n + 1), SceneOrder(scene, order, look), over.By)
                );
            case { Role: PartRole.Scene, Number: var number } when order?.Clips is { Film: true } && script.Scenes?.Count >= number:
                return [Ask(job, item.Id, ItemPart.Film(number), FilmOrder(script.Scenes[number - 1], look), over.By)];
            default:
                return [];
        }
    }

    /// <summary>
    /// What an item shows once all its parts are there: of a carousel its slides in order; of a clip of one scene its film. Longer clips are cut
    /// by people, who attach what came of it.
    /// </summary>
    private static ItemAssembled? Assembled(CampaignItem item)
    {
        if (item.Parts.Any(part => part.Generation is not null))
            return null;
        var role = item.Script?.Content is ContentKind.Carousel ? PartRole.Slide : PartRole.Film;
        var shown = item.Parts.Where(part => part.Part.Role == role && part.Media is not null).ToList();
        return
            shown.Count == 0
            || (role is PartRole.Film && item.Script?.Scenes?.Count != 1)
            || item.Media.SequenceEqual(shown.Select(part => part.Media!))
            ? null
            : new(item.Id, [.. shown.Select(part => part.Media!)], shown[0].MadeBy!);
    }

    private static PartOrder SlideOrder(ScriptSlide slide, WritingOrder? order, PictureReference? look) =>
        new(
            $"{slide.Visual}\n\nOn the picture, large and legible, stands: {slide.Words}",
            ItemShape.Of(PartRole.Slide),
            References: Along(order, look)
        );

    private static PartOrder CoverOrder(string prompt, WritingOrder? order) =>
        new(prompt, ItemShape.Of(PartRole.Cover), References: order?.References);

    private static PartOrder SceneOrder(ScriptScene scene, WritingOrder? order, PictureReference? look) =>
        new(scene.Visual, ItemShape.Of(PartRole.Scene), References: Along(order, look));

    private static PartOrder FilmOrder(ScriptScene scene, PictureReference? firstFrame) =>
        new(scene.Visual, ItemShape.Of(PartRole.Film), scene.Seconds, References: firstFrame is null ? null : [firstFrame]);

    private static PartOrder NarrationOrder(string said, WritingOrder? order) =>
        new(said, AspectRatio.Tall, 0, order?.Language, order?.Clips?.Voice);

    private static IReadOnlyList<PictureReference>? Along(WritingOrder? order, PictureReference? look) =>
        (order?.References, look) switch
        {
            (var references, null) => references,
            (null, _) => [look],
            var (references, _) => [look, .. references],
        };

    private static PartRequested Ask(GenerationId job, ItemId item, ItemPart part, PartOrder order, ActorId? by) =>
        new(new(DerivedId.From($"{job}/part/{item}/{part}")), item, part, order, by);
}
