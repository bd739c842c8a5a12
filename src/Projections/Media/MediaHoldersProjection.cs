using System.Collections.Concurrent;
using System.Reflection;
using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Campaigns.CampaignEvent;

namespace Campaigns.Projections.Media;

/// <summary>
/// One row per item, brand, publication or other stream that mentions stored files. Table: <c>read.media_holders</c>. A file that an event
/// mentions is held until an event known here lets it go: an event that this version does not know holds too much, never too little.
/// </summary>
internal sealed class MediaHoldersProjection : IRowProjection<string, MediaHolderRow>
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> ItemProperties = new();

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    public string Name => ReadModels.MediaHolders;

    public IReadOnlyCollection<string> Categories => [];

    public IEnumerable<string> KeysOf(RecordedEvent recorded) =>
        recorded.Event switch
        {
            Written e => [.. Carousels(e).Select(item => Of(recorded, item)), .. Mentioning(recorded)],
            ItemAdded e => e.Post.Kind is PostKind.Carousel ? [Of(recorded, e.Item)] : Mentioning(recorded),
            ItemRemoved e => [Of(recorded, e.Item)],
            ItemKindChanged e => [Of(recorded, e.Item)],
            MediaFileEvent.Uploaded => [],
            MediaFileEvent.Removed => [recorded.Stream.Value],
            _ => Mentioning(recorded),
        };

    public MediaHolderRow? Fold(string id, MediaHolderRow? row, RecordedEvent recorded)
    {
        var before = row ?? Begin(id, recorded);
        var after = recorded.Event switch
        {
            Written e when id.Contains('#', StringComparison.Ordinal) => before with { IsCarousel = true },
            ItemAdded { Post.Kind: PostKind.Carousel } => before with { IsCarousel = true },
            ItemKindChanged e => before with { IsCarousel = e.Kind is PostKind.Carousel },
            ItemRemoved => Holding(before with { Parts = None }, [], []),
            MediaAttached e => Holding(before, [.. e.AllMedia.Select(file => file.Key)], before.Kept),
            ItemAssembled e => Holding(before, [.. e.Media.Select(file => file.Key)], before.Kept),
            PartMade e => Holding(before with { Parts = With(before.Parts, e) }, before.Shown, before.Kept),
            // What a picture or words shall go by: it is held by what it was given with, or shown by.
            PartRequested or IllustrationRequested or RewriteRequested => Mentioned(before, recorded.Event),
            ItemIllustrated e => Holding(before, before.IsCarousel ? [.. before.Shown, e.Media.Key] : [e.Media.Key], before.Kept),
            BrandEvent.ProfileChanged e => Holding(before, e.Profile.Logo is { } logo ? [logo.Key] : [], before.Kept),
            BrandEvent.StyleReferenceRemoved e => Holding(before, before.Shown, [.. before.Kept.Where(key => key != e.Key)]),
            MediaFileEvent.Removed e => before with { Former = [e.Key] },
            BrandEvent.Created e => Holding(before, e.Profile.Logo is { } logo ? [logo.Key] : [], before.Kept),
            var other when recorded.Stream.Category == "generation" => Mentioned(before, other),
            var other => Holding(before, before.Shown, Union(before.Kept, KeysIn(other))),
        };
        // What never held or mentioned anything, and is nothing special, needs no row.
        return after is { IsCarousel: false, Held: [], Former: [] }
            ? null
            : after with
            {
                ChangedAt = recorded.At,
                LastPosition = recorded.Place,
            };
    }

    private static IEnumerable<string> Mentioning(RecordedEvent recorded) =>
        MediaMentions.Possible(recorded.Event.GetType()) && MediaMentions.In(recorded.Event).Any()
        || recorded.Event is BrandEvent.ProfileChanged or BrandEvent.StyleReferenceRemoved
            ? [ItemOf(recorded.Event) is { } item ? Of(recorded, item) : recorded.Stream.Value]
            : [];

    private static MediaHolderRow Mentioned(MediaHolderRow row, DomainEvent happened) =>
        row with
        {
            Former = [.. Union(row.Former, KeysIn(happened)).Except(row.Held)],
        };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> parts, PartMade made) =>
        new(parts) { [$"{made.Part}"] = made.Media.Key };

    private static MediaHolderRow Holding(MediaHolderRow row, IReadOnlyList<string> shown, IReadOnlyList<string> kept)
    {
        var held = Union(Union(shown, row.Parts.Values), kept);
        return row with { Shown = shown, Kept = kept, Held = held, Former = [.. Union(row.Former, row.Held).Except(held)] };
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> some, IEnumerable<string> others) => [.. some.Union(others)];

    private static IEnumerable<string> KeysIn(DomainEvent happened) => MediaMentions.In(happened).Select(file => file.Key);

    private static IEnumerable<ItemId> Carousels(Written e) =>
        e.Items.Where(written => written.Post.Kind is PostKind.Carousel).Select(written => written.Item);

    private static string Of(RecordedEvent recorded, ItemId item) => $"{recorded.Stream.Value}#{item}";

    /// <summary>The item that an event is about, by its member of that name.</summary>
    private static ItemId? ItemOf(DomainEvent happened) =>
        ItemProperties.GetOrAdd(
            happened.GetType(),
            type => type.GetProperty("Item") is { } item && item.PropertyType == typeof(ItemId) ? item : null
        )
            is { } property
        && happened is CampaignEvent
            ? (ItemId)property.GetValue(happened)!
            : null;

    private static MediaHolderRow Begin(string id, RecordedEvent recorded)
    {
        var item = id.IndexOf('#', StringComparison.Ordinal) is > 0 and var hash ? Guid.ParseExact(id[(hash + 1)..], "D") : (Guid?)null;
        var aggregate = recorded.HasAggregateId ? recorded.AggregateId : (Guid?)null;
        var kind = recorded.Stream.Category switch
        {
            "campaign" => item is null ? MediaHolderKind.Campaign : MediaHolderKind.Item,
            "brand" => MediaHolderKind.Brand,
            "publication" => MediaHolderKind.Publication,
            "generation" => MediaHolderKind.Generation,
            "mediafile" => MediaHolderKind.Removed,
            _ => MediaHolderKind.Other,
        };
        return new(
            recorded.Tenant.Value,
            id,
            kind,
            item ?? aggregate,
            item is null ? null : aggregate,
            IsCarousel: false,
            Shown: [],
            Parts: None,
            Kept: [],
            Held: [],
            Former: [],
            recorded.At,
            recorded.Place
        );
    }
}
