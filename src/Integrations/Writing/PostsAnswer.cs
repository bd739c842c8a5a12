using System.Text;
using System.Text.Json;
using Campaigns.Domain.Campaigns;
using Campaigns.Integrations.Http;

namespace Campaigns.Integrations.Writing;

/// <summary>The posts in a model's answer, and what is wrong with them.</summary>
/// <param name="Posts">In the order's order.</param>
/// <param name="Faults">Each a sentence for the model; none when the answer fits.</param>
internal sealed record PostsAnswer(IReadOnlyList<DraftPost> Posts, IReadOnlyList<string> Faults)
{
    private const int LongestAltText = 1_000;

    public static PostsAnswer Read(string json, WritingOrder order)
    {
        var items = (LenientJson.Parse(Encoding.UTF8.GetBytes(json)) ?? default)
            .Member("posts")
            .Items()
            .Select(item => Post(item, order))
            .ToArray();
        if (items.Any(post => post is null))
            return new([], ["`platform` of each post must be one that the order names, spelled as there."]);

        var places = order.Posts.Select(post => post.Platform).Distinct().ToList();
        var posts = items.OfType<DraftPost>().OrderBy(post => places.IndexOf(post.Platform)).ToArray();
        return new(posts, [.. CountFaults(posts, order), .. posts.SelectMany((post, index) => TextFaults(post, index + 1, order))]);
    }

    private static DraftPost? Post(JsonElement item, WritingOrder order)
    {
        if (
            !Enum.TryParse<Platform>(item.Text("platform"), ignoreCase: true, out var platform)
            || order.Posts.All(post => post.Platform != platform)
        )
            return null;
        var hashtags = item.Member("hashtags")
            .Items()
            .Where(tag => tag.ValueKind is JsonValueKind.String)
            .Select(tag => Hashtag.Normalise(tag.GetString()!))
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new(
            platform,
            new PostText(
                item.Text("caption")?.Trim() ?? "",
                [.. hashtags],
                order.Illustrate ? Filled(item.Text("imagePrompt")) : null,
                order.Illustrate ? Filled(item.Text("altText")) : null
            )
        );
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<string> CountFaults(DraftPost[] posts, WritingOrder order) =>
        from wanted in order.Posts.GroupBy(post => post.Platform)
        let asked = wanted.Sum(post => post.Count)
        let got = posts.Count(post => post.Platform == wanted.Key)
        where got != asked
        select FormattableString.Invariant($"{wanted.Key}: {asked} posts were ordered, {got} were written.");

    private static IEnumerable<string> TextFaults(DraftPost post, int number, WritingOrder order)
    {
        var limits = PlatformLimits.Of(post.Platform);
        var composed = post.Text.Composed;
        (bool Broken, FormattableString Fault)[] rules =
        [
            (post.Text.Caption.Length == 0, $"`caption` is missing"),
            (
                composed.Length > limits.Characters,
                $"caption and hashtags are {composed.Length} characters long, {limits.Characters} are allowed"
            ),
            (composed.Count('#') > limits.Hashtags, $"there are {composed.Count('#')} hashtags, {limits.Hashtags} are allowed"),
            (composed.Count('@') > limits.Mentions, $"there are {composed.Count('@')} mentions, {limits.Mentions} are allowed"),
            (order.Illustrate && post.Text.ImagePrompt is null, $"`imagePrompt` is missing"),
            (post.Text.AltText?.Length > LongestAltText, $"`altText` is longer than {LongestAltText} characters"),
        ];
        return rules
            .Where(rule => rule.Broken)
            .Select(rule => FormattableString.Invariant($"Post {number} ({post.Platform}): {FormattableString.Invariant(rule.Fault)}."));
    }
}
