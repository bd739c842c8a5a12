using System.Collections.Immutable;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Brands;

/// <summary>A brand.</summary>
/// <param name="Profile">Null while it does not exist.</param>
public sealed record Brand(BrandProfile? Profile) : IFold<Brand, BrandEvent>
{
    /// <summary>What pictures drawn for it shall look like, in the order they were added.</summary>
    public ImmutableList<MediaAsset> StyleReferences { get; init; } = [];

    /// <inheritdoc />
    public static Brand Initial { get; } = new((BrandProfile?)null);

    /// <inheritdoc />
    public static int SnapshotVersion => 4;

    /// <inheritdoc />
    public static Brand Evolve(Brand state, BrandEvent happened) =>
        happened switch
        {
            BrandEvent.Created e => state with { Profile = e.Profile },
            BrandEvent.ProfileChanged e => state with { Profile = e.Profile },
            BrandEvent.StyleReferenceAdded e => state with { StyleReferences = state.StyleReferences.Add(e.Media) },
            BrandEvent.StyleReferenceRemoved e => state with
            {
                StyleReferences = state.StyleReferences.RemoveAll(media => media.Key == e.Key),
            },
            _ => state,
        };
}
