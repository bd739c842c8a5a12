using Campaigns.Domain.Brands;
using Campaigns.Domain.Media;
using Campaigns.EventStore;
using Campaigns.Projections.Engine;
using static Campaigns.Domain.Brands.BrandEvent;

namespace Campaigns.Projections.Brands;

/// <summary>One row per brand. Table: <c>read.brands</c>.</summary>
internal sealed class BrandsProjection : IRowProjection<Guid, BrandRow>
{
    public string Name => ReadModels.Brands;

    public IReadOnlyCollection<string> Categories => ["brand"];

    public IEnumerable<Guid> KeysOf(RecordedEvent recorded) => [recorded.AggregateId];

    public BrandRow? Fold(Guid id, BrandRow? row, RecordedEvent recorded) =>
        (row, recorded.Event) switch
        {
            (null, Created e) => Of(id, e.Profile, null, createdAt: recorded.At, createdBy: recorded.Actor, recorded),
            ({ } known, ProfileChanged e) => Of(id, e.Profile, known.StyleReferences, known.CreatedAt, known.CreatedBy, recorded),
            ({ } known, StyleReferenceAdded e) => Styled(known, [.. known.StyleReferences ?? [], e.Media], recorded),
            ({ } known, StyleReferenceRemoved e) => Styled(
                known,
                [.. (known.StyleReferences ?? []).Where(media => media.Key != e.Key)],
                recorded
            ),
            _ => row,
        };

    private static BrandRow Styled(BrandRow row, IReadOnlyList<MediaAsset> style, RecordedEvent recorded) =>
        row with
        {
            StyleReferences = style.Count == 0 ? null : style,
            UpdatedAt = recorded.At,
            LastPosition = recorded.Place,
        };

    private static BrandRow Of(
        Guid id,
        BrandProfile profile,
        IReadOnlyList<MediaAsset>? style,
        DateTimeOffset createdAt,
        string createdBy,
        RecordedEvent recorded
    ) =>
        new(
            recorded.Tenant.Value,
            id,
            profile.Name,
            profile.Language,
            profile.Description,
            profile.PrimaryColor,
            profile.SecondaryColor,
            profile.TertiaryColor,
            profile.Tone,
            profile.Logo,
            style,
            createdAt,
            createdBy,
            UpdatedAt: recorded.At,
            recorded.Place
        );
}
