using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>One item of an answer, as far as it can be read. Whether it is any good, <see cref="DraftRules"/> say.</summary>
internal static class DraftReader
{
    private const int ShortestScene = 2;
    private const int LongestScene = 8;

    public static DraftPost Read(JsonElement item, OrderedItem place, bool illustrate) =>
        place.Content switch
        {
            ContentKind.Ad => Ad(item, place.Platform, illustrate),
            ContentKind.Carousel => new(place.Platform, Words(item, illustrate: false), PostKind.Carousel, Carousel(item)),
            ContentKind.Clip => new(place.Platform, Words(item, illustrate: false), PostKind.Reel, Clip(item)),
            _ => new(place.Platform, Words(item, illustrate)),
        };

    /// <summary>The words of a post.</summary>
    public static PostText Words(JsonElement item, bool illustrate) =>
        new(
            item.Text("caption")?.Trim() ?? "",
            Hashtags(item),
            illustrate ? Filled(item.Text("imagePrompt")) : null,
            illustrate ? Filled(item.Text("altText")) : null
        );

    public static IReadOnlyList<string> Hashtags(JsonElement item) =>
        [
            .. item.Member("hashtags")
                .Items()
                .Where(tag => tag.ValueKind is JsonValueKind.String)
                .Select(tag => Hashtag.Normalise(tag.GetString()!))
                .Where(tag => tag.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DraftPost Ad(JsonElement item, Platform platform, bool illustrate) =>
        new(
            platform,
            new(
                item.Text("body")?.Trim() ?? "",
                [],
                illustrate ? Filled(item.Text("imagePrompt")) : null,
                illustrate ? Filled(item.Text("altText")) : null
            ),
            PostKind.Photo,
            new(ContentKind.Ad, Filled(item.Text("headline")), CallToAction: Filled(item.Text("callToAction")))
        );

    private static ItemScript Carousel(JsonElement item) =>
        new(ContentKind.Carousel, Filled(item.Text("title")), Filled(item.Text("hook")))
        {
            Slides =
            [
                .. item.Member("slides")
                    .Items()
                    .Select(slide => new ScriptSlide(Filled(slide.Text("visual")) ?? "", Filled(slide.Text("words")) ?? "")),
            ],
        };

    private static ItemScript Clip(JsonElement item) =>
        new(ContentKind.Clip, Filled(item.Text("title")), Filled(item.Text("hook")), Filled(item.Text("callToAction")))
        {
            CoverPrompt = Filled(item.Text("coverPrompt")),
            Scenes =
            [
                .. item.Member("scenes")
                    .Items()
                    .Select(scene => new ScriptScene(
                        Filled(scene.Text("visual")) ?? "",
                        Filled(scene.Text("narration")) ?? "",
                        (int)Math.Clamp(scene.Number("seconds") ?? LongestScene, ShortestScene, LongestScene)
                    )),
            ],
        };
}
