using System.Text.Json.Nodes;
using Campaigns.Domain.Campaigns;
using static Campaigns.Integrations.Writing.JsonShape;

namespace Campaigns.Integrations.Writing;

/// <summary>The shape of the model's answer to an order, as JSON Schema: only what was ordered is in it.</summary>
internal static class CampaignSchema
{
    public static JsonObject For(WritingOrder order)
    {
        var members = new List<(string, JsonObject)>();
        if (Sum(order.Posts) is > 0 and var posts)
            members.Add(("posts", Many(posts, Object([Platforms(order.Posts), .. Words, .. Picture(order)]))));
        if (Sum(order.Ads) is > 0 and var ads)
            members.Add(("ads", Many(ads, Object([Platforms(order.Ads!), .. Ad, .. Picture(order)]))));
        if (order.Carousels is { } carousels)
            members.Add(("carousels", Many(carousels.Count, Object([.. Titled, .. Words, ("slides", Many(carousels.Slides, Slide))]))));
        if (order.Clips is { } clips)
            members.Add(("clips", Many(clips.Count, Object([.. Titled, .. Words, .. Cover, ("scenes", Many(clips.Scenes, Scene))]))));
        return Object(members);
    }

    private static int Sum(IReadOnlyList<PostCount>? counts) => counts?.Sum(count => Math.Max(count.Count, 0)) ?? 0;

    private static (string, JsonObject) Platforms(IReadOnlyList<PostCount> counts) =>
        ("platform", OneOf(counts.Where(count => count.Count > 0).Select(count => count.Platform.ToString()).Distinct()));

    private static (string, JsonObject)[] Words => [("caption", Text("The post's words, without hashtags.")), ("hashtags", Hashtags)];

    private static (string, JsonObject)[] Titled => [("title", Text("What it is about.")), ("hook", Text("What makes people stop."))];

    private static (string, JsonObject)[] Ad =>
        [
            ("headline", Text("The ad's headline.")),
            ("body", Text("The ad's words.")),
            ("callToAction", Text("What the reader shall do, in a few words.")),
        ];

    private static (string, JsonObject)[] Picture(WritingOrder order) =>
        order.Illustrate
            ? [("imagePrompt", Text("What the picture should show.")), ("altText", Text("The picture, for someone who cannot see it."))]
            : [];

    private static (string, JsonObject)[] Cover =>
        [("callToAction", Text("What the viewer shall do.")), ("coverPrompt", Text("What the cover should show."))];

    private static JsonObject Slide => Object(("visual", Text("What the slide shows.")), ("words", Text("What stands on the slide.")));

    private static JsonObject Scene =>
        Object(
            ("visual", Text("What is seen in the scene.")),
            ("narration", Text("What a voice says during the scene.")),
            ("seconds", Whole("How long the scene is, 2 to 8."))
        );
}
