namespace Campaigns.Domain.Brands;

/// <summary>A brand.</summary>
/// <param name="Profile">Null while it does not exist.</param>
public sealed record Brand(BrandProfile? Profile) : IFold<Brand, BrandEvent>
{
    /// <inheritdoc />
    public static Brand Initial { get; } = new((BrandProfile?)null);

    /// <inheritdoc />
    public static int SnapshotVersion => 2;

    /// <inheritdoc />
    public static Brand Evolve(Brand state, BrandEvent happened) =>
        happened switch
        {
            BrandEvent.Created e => new(e.Profile),
            BrandEvent.ProfileChanged e => new(e.Profile),
            _ => state,
        };
}
