using Campaigns.Domain.Media;

namespace Campaigns.Domain.Brands;

/// <summary>Sets up a brand.</summary>
public sealed record CreateBrand(BrandProfile Profile);

/// <summary>Lets pictures drawn for a brand look like this one, too.</summary>
public sealed record AddStyleReference(MediaAsset Media);

/// <summary>Takes a style reference away.</summary>
public sealed record RemoveStyleReference(string Key);

/// <summary>Changes what it names, and leaves the rest.</summary>
/// <param name="Name">Null leaves it.</param>
/// <param name="Language">Null leaves it.</param>
/// <param name="Description">Null leaves it, blank clears it.</param>
/// <param name="PrimaryColor">Null leaves it, blank clears it.</param>
/// <param name="SecondaryColor">Null leaves it, blank clears it.</param>
/// <param name="TertiaryColor">Null leaves it, blank clears it.</param>
/// <param name="Tone">Null leaves it, blank clears it.</param>
/// <param name="Logo">Null leaves it.</param>
/// <param name="ClearLogo">Takes the logo away.</param>
public sealed record ChangeBrand(
    string? Name = null,
    string? Language = null,
    string? Description = null,
    string? PrimaryColor = null,
    string? SecondaryColor = null,
    string? TertiaryColor = null,
    string? Tone = null,
    MediaAsset? Logo = null,
    bool ClearLogo = false
);
