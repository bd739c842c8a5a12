using Campaigns.Domain.Brands;
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
            (null, Created e) => Of(id, e.Profile, createdAt: recorded.At, createdBy: recorded.Actor, recorded),
            ({ } known, ProfileChanged e) => Of(id, e.Profile, known.CreatedAt, known.CreatedBy, recorded),
            _ => row,
        };

    private static BrandRow Of(Guid id, BrandProfile profile, DateTimeOffset createdAt, string createdBy, RecordedEvent recorded) =>
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
            createdAt,
            createdBy,
            UpdatedAt: recorded.At,
            recorded.Place
        );
}
