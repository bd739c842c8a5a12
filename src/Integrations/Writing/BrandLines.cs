using Campaigns.Domain.Brands;

namespace Campaigns.Integrations.Writing;

/// <summary>What a model is told of a brand.</summary>
internal static class BrandLines
{
    public static string Of(BrandProfile? brand) => string.Join('\n', Lines(brand));

    /// <summary>Its colours; empty when it has none.</summary>
    public static string Colours(BrandProfile brand) =>
        string.Join(", ", new[] { brand.PrimaryColor, brand.SecondaryColor, brand.TertiaryColor }.Where(color => color is not null));

    private static IEnumerable<string> Lines(BrandProfile? brand)
    {
        if (brand is null)
            return ["none is given"];
        (string Name, string? Value)[] known =
        [
            ("name", brand.Name),
            ("language", brand.Language),
            ("tone", brand.Tone),
            ("colours", Colours(brand)),
            ("description", brand.Description),
        ];
        return known.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => $"{line.Name}: {line.Value}");
    }
}
