using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Campaigns.CampaignEvent;
using Hash = Campaigns.Domain.Campaigns.ContentHash;

namespace Campaigns.Projections.Campaigns;

/// <summary>One row per item of a campaign. Table: <c>read.items</c>.</summary>
internal sealed class ItemsProjection : IRowProjection<Guid, ItemRow>
{
    private const int MostItemsAtOnce = 1000; // items that one event adds come one after another

    public string Name => ReadModels.Items;

    public IReadOnlyCollection<string> Categories => ["campaign"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) =>
        recorded.Event switch
        {
            Written e => e.Items.Select(written => written.Item.Uuid),
            ItemAdded e => [e.Item.Uuid],
            ItemTextChanged e => [e.Item.Uuid],
            ItemKindChanged e => [e.Item.Uuid],
            ItemRemoved e => [e.Item.Uuid],
            IllustrationRequested e => [e.Item.Uuid],
            ItemIllustrated e => [e.Item.Uuid],
            IllustrationFailed e => [e.Item.Uuid],
            PartRequested e => [e.Item.Uuid],
            PartMade e => [e.Item.Uuid],
            PartFailed e => [e.Item.Uuid],
            ItemAssembled e => [e.Item.Uuid],
            RewriteRequested e => [e.Item.Uuid],
            VariantsOffered e => [e.Item.Uuid],
            VariantChosen e => [e.Item.Uuid],
            RewriteFailed e => [e.Item.Uuid],
            MediaAttached e => [e.Item.Uuid],
            ApprovalRequested e => [e.Item.Uuid],
            ItemApproved e => [e.Item.Uuid],
            ChangesRequested e => [e.Item.Uuid],
            Commented e => [e.Item.Uuid],
            _ => [],
        };

    /// <summary>An item's id need not come from its campaign's.</summary>
    public bool IsOf(ItemRow row, RecordedEvent recorded) => row.Campaign == recorded.AggregateId;

    public ItemRow? Fold(Guid id, ItemRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Written e) => Added(id, e, recorded),
            (null, ItemAdded e) => Added(id, e.Post, index: 0, recorded),
            (null, _) => null,
            (_, ItemRemoved) => null,
            ({ } item, var happened) => Changed(item, happened, recorded) with { UpdatedAt = recorded.At, LastPosition = recorded.Place },
        };

    private static ItemRow Changed(ItemRow item, DomainEvent happened, RecordedEvent recorded) =>
        happened switch
        {
            ItemTextChanged e => Edited(item, item.Kind, e.Text, item.AllMedia),
            ItemKindChanged e => Edited(item, e.Kind, TextOf(item), item.AllMedia),
            MediaAttached e => Edited(item, item.Kind, TextOf(item), e.AllMedia),
            ItemIllustrated e => Drawn(Edited(item, item.Kind, TextOf(item), CampaignItem.WithDrawn(item.Kind, item.AllMedia, e.Media)), e),
            IllustrationRequested e => item with
            {
                Picture = PictureState.Requested,
                PictureGeneration = e.Generation.Uuid,
                PictureProblem = null,
            },
            IllustrationFailed e when e.Generation.Uuid == item.PictureGeneration => item with
            {
                Picture = PictureState.Failed,
                PictureProblem = e.Problem,
            },
            PartRequested e => Part(item, PartOfItem.Asked(Known(item, e.Part), e.Part, e.Generation)),
            PartMade e => Part(item, new(e.Part) { Media = e.Media, MadeBy = e.MadeBy }),
            PartFailed e => Part(item, PartOfItem.NotMade(Known(item, e.Part), e.Part, e.Problem)),
            ItemAssembled e => Edited(item, item.Kind, TextOf(item), e.Media) with { MadeBy = e.MadeBy },
            RewriteRequested e => item with { RewriteGeneration = e.Generation.Uuid },
            VariantsOffered e => item with { RewriteGeneration = null, Variants = e.Variants, VariantsBy = e.MadeBy },
            VariantChosen e => Edited(item, item.Kind, e.Text, item.AllMedia) with
            {
                MadeBy = e.MadeBy,
                Variants = null,
                VariantsBy = null,
            },
            RewriteFailed => item with { RewriteGeneration = null },
            ApprovalRequested e => Reviewed(item, ReviewState.Requested, e.ContentHash, by: null, e.Note, recorded),
            ItemApproved e => Reviewed(item, ReviewState.Approved, e.ContentHash, e.By.Value, e.Note, recorded),
            ChangesRequested e => Reviewed(item, ReviewState.ChangesRequested, e.ContentHash, e.By.Value, e.Reason, recorded),
            _ => item,
        };

    private static ItemRow Added(Guid id, Written e, RecordedEvent recorded)
    {
        var index = e.Items.TakeWhile(written => written.Item.Uuid != id).Count();
        return Added(id, e.Items[index].Post, index, recorded) with { MadeBy = e.MadeBy };
    }

    private static ItemRow Added(Guid id, DraftPost post, int index, RecordedEvent recorded) =>
        new(
            recorded.Tenant.Value,
            id,
            recorded.AggregateId,
            recorded.Version * MostItemsAtOnce + index,
            post.Platform,
            post.Kind,
            post.Text.Caption,
            post.Text.Hashtags,
            post.Text.ImagePrompt,
            post.Text.AltText,
            MadeBy: null,
            Media: null,
            MoreMedia: [],
            Hash.Of(post.Platform, post.Kind, post.Text, []),
            ReviewState.Draft,
            ReviewedHash: null,
            ReviewedBy: null,
            ReviewNote: null,
            ReviewedAt: null,
            PictureState.None,
            PictureGeneration: null,
            PictureProblem: null,
            Script: post.Script,
            Parts: null,
            Variants: null,
            VariantsBy: null,
            RewriteGeneration: null,
            CreatedAt: recorded.At,
            UpdatedAt: recorded.At,
            recorded.Place
        );

    /// <summary>What was said of the old content does not count for the new.</summary>
    private static ItemRow Edited(ItemRow item, PostKind kind, PostText text, IReadOnlyList<MediaAsset> media) =>
        item with
        {
            Kind = kind,
            Caption = text.Caption,
            Hashtags = text.Hashtags,
            ImagePrompt = text.ImagePrompt,
            AltText = text.AltText,
            Media = media.Count == 0 ? null : media[0],
            MoreMedia = [.. media.Skip(1)],
            ContentHash = Hash.Of(item.Platform, kind, text, media),
            Review = ReviewState.Draft,
            ReviewedHash = null,
            ReviewedBy = null,
            ReviewNote = null,
            ReviewedAt = null,
        };

    private static ItemRow Drawn(ItemRow item, ItemIllustrated e) =>
        item with
        {
            MadeBy = e.MadeBy,
            Picture = PictureState.Done,
            PictureGeneration = e.Generation.Uuid,
            PictureProblem = null,
        };

    private static ItemRow Reviewed(ItemRow item, ReviewState state, string hash, string? by, string? note, RecordedEvent recorded) =>
        item with
        {
            Review = state,
            ReviewedHash = hash,
            ReviewedBy = by,
            ReviewNote = note,
            ReviewedAt = recorded.At,
        };

    private static PartOfItem? Known(ItemRow item, ItemPart part) => item.Parts?.FirstOrDefault(one => one.Part == part);

    private static ItemRow Part(ItemRow item, PartOfItem part) =>
        item with
        {
            Parts =
            [
                .. (item.Parts ?? [])
                    .Where(one => one.Part != part.Part)
                    .Append(part)
                    .OrderBy(one => one.Part.Role)
                    .ThenBy(one => one.Part.Number),
            ],
        };

    private static PostText TextOf(ItemRow item) => new(item.Caption, item.Hashtags, item.ImagePrompt, item.AltText);
}
