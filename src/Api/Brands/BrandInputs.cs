using Campaigns.Domain;
using Campaigns.Domain.Brands;
using Campaigns.Domain.Media;

namespace Campaigns.Api.Brands;

/// <summary>A brand to set up.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Language">BCP 47 tag, such as `pt-BR`.</param>
/// <param name="Description">Up to 2,000 characters.</param>
/// <param name="PrimaryColor">`#RRGGBB`.</param>
/// <param name="SecondaryColor">`#RRGGBB`.</param>
/// <param name="TertiaryColor">`#RRGGBB`.</param>
/// <param name="Tone">Tone of voice, up to 200 characters.</param>
/// <param name="LogoKey">Key of an uploaded picture.</param>
/// <param name="Id">The new brand's id, a UUID; null to derive it from the command id.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record CreateBrandInput(
    string Name,
    string Language,
    string? Description = null,
    string? PrimaryColor = null,
    string? SecondaryColor = null,
    string? TertiaryColor = null,
    string? Tone = null,
    string? LogoKey = null,
    BrandId? Id = null,
    CommandId? CommandId = null
)
{
    internal BrandProfile ToProfile(MediaAsset? logo) =>
        new(Name, Language, Description, PrimaryColor, SecondaryColor, TertiaryColor, Tone, logo);
}

/// <summary>Changes to a brand. Null leaves a field as it is.</summary>
/// <param name="Id">Which brand.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Description">Blank clears it.</param>
/// <param name="PrimaryColor">`#RRGGBB`; blank clears it.</param>
/// <param name="SecondaryColor">`#RRGGBB`; blank clears it.</param>
/// <param name="TertiaryColor">`#RRGGBB`; blank clears it.</param>
/// <param name="Tone">Blank clears it.</param>
/// <param name="LogoKey">Key of an uploaded picture.</param>
/// <param name="ClearLogo">Takes the logo away.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record UpdateBrandInput(
    BrandId Id,
    string? Name = null,
    string? Language = null,
    string? Description = null,
    string? PrimaryColor = null,
    string? SecondaryColor = null,
    string? TertiaryColor = null,
    string? Tone = null,
    string? LogoKey = null,
    bool ClearLogo = false,
    CommandId? CommandId = null
)
{
    internal ChangeBrand ToCommand(MediaAsset? logo) =>
        new(Name, Language, Description, PrimaryColor, SecondaryColor, TertiaryColor, Tone, logo, ClearLogo);
}
