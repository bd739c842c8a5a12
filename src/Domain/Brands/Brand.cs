using System.Collections.Immutable;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Brands;

/// <summary>A brand.</summary>
/// <param name="Profile">Null while it does not exist.</param>
/// <param name="StyleReferences">What pictures drawn for it shall look like, in the order they were added.</param>
public sealed record Brand(BrandProfile? Profile, ImmutableList<MediaAsset> StyleReferences) : IFold<Brand, BrandEvent>
{
    /// <inheritdoc />
    public static Brand Initial { get; } = new(null, []);

    /// <inheritdoc />
    public static int SnapshotVersion => 3;

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
