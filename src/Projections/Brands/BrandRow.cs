using Campaigns.Domain.Media;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Brands;

/// <summary>One brand, as <c>read.brands</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Description">What it is.</param>
/// <param name="PrimaryColor"><c>#RRGGBB</c>.</param>
/// <param name="SecondaryColor"><c>#RRGGBB</c>.</param>
/// <param name="TertiaryColor"><c>#RRGGBB</c>.</param>
/// <param name="Tone">Tone of voice, in its own words.</param>
/// <param name="Logo">Its logo.</param>
/// <param name="StyleReferences">What pictures drawn for it shall look like; null: none.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="UpdatedAt">When it last changed.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("brands")]
public sealed record BrandRow(
    string Tenant,
    Guid Id,
    string Name,
    string Language,
    string? Description,
    string? PrimaryColor,
    string? SecondaryColor,
    string? TertiaryColor,
    string? Tone,
    MediaAsset? Logo,
    IReadOnlyList<MediaAsset>? StyleReferences,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset UpdatedAt,
    [LogPlace] string LastPosition
);
