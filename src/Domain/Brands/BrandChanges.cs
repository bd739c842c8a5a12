using Campaigns.Domain.History;

namespace Campaigns.Domain.Brands;

/// <summary>What an event changed about a brand.</summary>
public static class BrandChanges
{
    /// <summary>From what to what; empty when the event left everything as it was.</summary>
    public static IReadOnlyList<Change> Between(Brand before, BrandEvent happened)
    {
        ArgumentNullException.ThrowIfNull(before);
        return Changes.Between(Fields(before), Fields(Brand.Evolve(before, happened)));
    }

    private static IEnumerable<StateField> Fields(Brand brand) =>
        brand.Profile is not { } profile
            ? []
            :
            [
                new("name", profile.Name),
                new("language", profile.Language),
                new("description", profile.Description),
                new("primaryColor", profile.PrimaryColor),
                new("secondaryColor", profile.SecondaryColor),
                new("tertiaryColor", profile.TertiaryColor),
                new("tone", profile.Tone),
                new("logo", Changes.Told(profile.Logo)),
                new("styleReferences", Changes.Told(brand.StyleReferences)),
            ];
}
