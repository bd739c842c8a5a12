using System.Text.Json.Serialization;
using Campaigns.Domain.Generations;

namespace Campaigns.Domain.Campaigns;

/// <summary>What to make: how many of which kind for which platform, in which language and tone.</summary>
/// <param name="Posts">0 to 10 for a platform, in the order wanted.</param>
/// <param name="Language">BCP 47 tag, such as <c>pt-BR</c>.</param>
/// <param name="Tone">In the client's words; null for the brand's own.</param>
/// <param name="Illustrate">Whether each item gets its pictures as well.</param>
public sealed record WritingOrder(IReadOnlyList<PostCount> Posts, string Language, string? Tone = null, bool Illustrate = true)
{
    /// <summary>Ads, as posts are counted; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PostCount>? Ads { get; init; }

    /// <summary>Carousels; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CarouselOrder? Carousels { get; init; }

    /// <summary>Clips; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClipOrder? Clips { get; init; }

    /// <summary>Pictures to go by; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PictureReference>? References { get; init; }

    /// <summary>Who shall be asked first to write; null for the configured one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelChoice? TextModel { get; init; }

    /// <summary>Who shall be asked first to draw; null for the configured one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelChoice? ImageModel { get; init; }

    /// <summary>Every item that is ordered: of which kind, for which platform, in the order that answers must keep.</summary>
    [JsonIgnore]
    public IReadOnlyList<OrderedItem> Items =>
        [
            .. Of(ContentKind.Post, Posts),
            .. Of(ContentKind.Ad, Ads ?? []),
            .. Many(Carousels?.Count ?? 0, new(ContentKind.Carousel, Platform.Instagram)),
            .. Many(Clips?.Count ?? 0, new(ContentKind.Clip, Platform.Instagram)),
        ];

    /// <summary>What is left of it when these have come; null when nothing is.</summary>
    public WritingOrder? Without(IEnumerable<OrderedItem> came)
    {
        var counts = came.CountBy(item => item).ToDictionary();
        int Left(int ordered, ContentKind content, Platform platform) => ordered - counts.GetValueOrDefault(new(content, platform));
        PostCount[] Rest(ContentKind content, IReadOnlyList<PostCount> ordered) =>
            [.. ordered.Select(one => one with { Count = Left(one.Count, content, one.Platform) }).Where(one => one.Count > 0)];
        var (ads, carousels, clips) = (
            Rest(ContentKind.Ad, Ads ?? []),
            Left(Carousels?.Count ?? 0, ContentKind.Carousel, Platform.Instagram),
            Left(Clips?.Count ?? 0, ContentKind.Clip, Platform.Instagram)
        );
        var rest = this with
        {
            Posts = Rest(ContentKind.Post, Posts),
            Ads = ads.Length > 0 ? ads : null,
            Carousels = carousels > 0 ? Carousels! with { Count = carousels } : null,
            Clips = clips > 0 ? Clips! with { Count = clips } : null,
        };
        return rest.Items.Count > 0 ? rest : null;
    }

    private static IEnumerable<OrderedItem> Of(ContentKind content, IReadOnlyList<PostCount> counts) =>
        counts.SelectMany(count => Many(count.Count, new(content, count.Platform)));

    private static IEnumerable<OrderedItem> Many(int count, OrderedItem item) => Enumerable.Repeat(item, Math.Max(count, 0));
}

/// <summary>How many posts for one platform.</summary>
public sealed record PostCount(Platform Platform, int Count);

/// <summary>Carousels to make.</summary>
/// <param name="Count">1 to 10.</param>
/// <param name="Slides">Of each, 2 to 10: the first is the hook, the last the call to action.</param>
public sealed record CarouselOrder(int Count, int Slides = 5);

/// <summary>Clips to make.</summary>
/// <param name="Count">1 to 10.</param>
/// <param name="Scenes">Of each, 1 to 8.</param>
/// <param name="Film">Whether each scene is filmed, and not only drawn.</param>
/// <param name="Narrate">Whether the narration is spoken.</param>
/// <param name="Voice">The provider's name of the voice; null for the configured one.</param>
public sealed record ClipOrder(
    int Count,
    int Scenes = 3,
    bool Film = false,
    bool Narrate = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Voice = null
);

/// <summary>One item of an order.</summary>
public sealed record OrderedItem(ContentKind Content, Platform Platform)
{
    /// <summary>What a draft was ordered as.</summary>
    public static OrderedItem Of(DraftPost draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new(draft.Script?.Content ?? ContentKind.Post, draft.Platform);
    }
}
