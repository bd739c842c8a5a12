using Campaigns.Domain.Media;

namespace Campaigns.Domain.Brands;

/// <summary>Who is speaking, and how.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Language">BCP 47 tag, such as <c>pt-BR</c>.</param>
/// <param name="Description">Up to 2,000 characters.</param>
/// <param name="PrimaryColor"><c>#RRGGBB</c>.</param>
/// <param name="SecondaryColor"><c>#RRGGBB</c>.</param>
/// <param name="TertiaryColor"><c>#RRGGBB</c>.</param>
/// <param name="Tone">Tone of voice, in the brand's own words, up to 200 characters.</param>
/// <param name="Logo">Its logo.</param>
public sealed record BrandProfile(
    string Name,
    string Language,
    string? Description = null,
    string? PrimaryColor = null,
    string? SecondaryColor = null,
    string? TertiaryColor = null,
    string? Tone = null,
    MediaAsset? Logo = null
);
