using Campaigns.Domain.Campaigns;

namespace Campaigns.Integrations.Writing;

/// <summary>What an item must have to be taken: required parts, and the limits of its platform.</summary>
internal static class DraftRules
{
    private const int LongestAltText = 1_000;
    private const int LongestHeadline = 100;
    private const int LongestGoogleHeadline = 30;
    private const int LongestCallToAction = 60;
    private const int LongestTitle = 200;
    private const int LongestPrompt = 4_000;
    private const int LongestSlide = 240;

    /// <summary>How long an ad's headline may be.</summary>
    public static int HeadlineOf(Platform platform) => platform is Platform.Google ? LongestGoogleHeadline : LongestHeadline;

    /// <summary>What is wrong with it, each a part of a sentence; none when nothing is.</summary>
    public static IReadOnlyList<string> Faults(DraftPost draft, WritingOrder order) =>
        [.. Words(draft, order.Illustrate), .. Script(draft, order)];

    /// <summary>What is wrong with its words alone.</summary>
    public static IEnumerable<string> Words(DraftPost draft, bool illustrated)
    {
        var limits = PlatformLimits.Of(draft.Platform);
        var composed = draft.Text.Composed;
        var ad = draft.Script?.Content is ContentKind.Ad;
        var pictured = illustrated && draft.Script?.Content is null or ContentKind.Post or ContentKind.Ad;
        return Broken([
            (draft.Text.Caption.Length == 0, ad ? (FormattableString)$"`body` is missing" : $"`caption` is missing"),
            (
                composed.Length > limits.Characters,
                ad
                    ? (FormattableString)$"`body` is {composed.Length} characters long, {limits.Characters} are allowed"
                    : $"caption and hashtags are {composed.Length} characters long, {limits.Characters} are allowed"
            ),
            (composed.Count('#') > limits.Hashtags, $"there are {composed.Count('#')} hashtags, {limits.Hashtags} are allowed"),
            (composed.Count('@') > limits.Mentions, $"there are {composed.Count('@')} mentions, {limits.Mentions} are allowed"),
            (illustrated && pictured && draft.Text.ImagePrompt is null, $"`imagePrompt` is missing"),
            (draft.Text.ImagePrompt?.Length > LongestPrompt, $"`imagePrompt` is longer than {LongestPrompt} characters"),
            (draft.Text.AltText?.Length > LongestAltText, $"`altText` is longer than {LongestAltText} characters"),
        ]);
    }

    private static IEnumerable<string> Script(DraftPost draft, WritingOrder order) =>
        draft.Script switch
        {
            { Content: ContentKind.Ad } ad => Ad(ad, HeadlineOf(draft.Platform)),
            { Content: ContentKind.Carousel } carousel => [.. Titled(carousel), .. Slides(carousel, order.Carousels?.Slides)],
            { Content: ContentKind.Clip } clip => [.. Titled(clip), .. Clip(clip, order)],
            _ => [],
        };

    private static IEnumerable<string> Ad(ItemScript ad, int longest) =>
        Broken([
            (ad.Title is null, $"`headline` is missing"),
            (ad.Title?.Length > longest, $"`headline` is {ad.Title?.Length} characters long, {longest} are allowed"),
            (ad.CallToAction is null, $"`callToAction` is missing"),
            (ad.CallToAction?.Length > LongestCallToAction, $"`callToAction` is longer than {LongestCallToAction} characters"),
        ]);

    private static IEnumerable<string> Titled(ItemScript script) =>
        Broken([
            (script.Title is null, $"`title` is missing"),
            (script.Title?.Length > LongestTitle, $"`title` is longer than {LongestTitle} characters"),
            (script.Hook is null, $"`hook` is missing"),
        ]);

    private static IEnumerable<string> Slides(ItemScript carousel, int? ordered)
    {
        var slides = carousel.Slides ?? [];
        return Broken([
            (ordered is { } wanted && slides.Count != wanted, $"there are {slides.Count} slides, {ordered} were ordered"),
            (slides.Any(slide => slide.Visual.Length == 0), $"a slide has no `visual`"),
            (slides.Any(slide => slide.Words.Length == 0), $"a slide has no `words`"),
            (slides.Any(slide => slide.Words.Length > LongestSlide), $"a slide's `words` are longer than {LongestSlide} characters"),
        ]);
    }

    private static IEnumerable<string> Clip(ItemScript clip, WritingOrder order)
    {
        var scenes = clip.Scenes ?? [];
        var wanted = order.Clips?.Scenes ?? scenes.Count;
        return Broken([
            (scenes.Count != wanted, $"there are {scenes.Count} scenes, {wanted} were ordered"),
            (scenes.Any(scene => scene.Visual.Length == 0), $"a scene has no `visual`"),
            (order.Clips is { Narrate: true } && clip.Narration.Length == 0, $"no scene has a `narration`"),
            (order.Illustrate && clip.CoverPrompt is null, $"`coverPrompt` is missing"),
        ]);
    }

    private static IEnumerable<string> Broken(IEnumerable<(bool Is, FormattableString Fault)> rules) =>
        rules.Where(rule => rule.Is).Select(rule => FormattableString.Invariant(rule.Fault));
}
