using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Publications;

/// <summary>A post as it will go out: frozen when scheduled, so that later edits cannot change what was approved.</summary>
/// <param name="Campaign">Where it comes from.</param>
/// <param name="Item">Which item it is.</param>
/// <param name="Platform">Where it goes.</param>
/// <param name="Caption">Composed with its hashtags.</param>
/// <param name="Media">Fit for the platform: an sRGB JPEG of an allowed ratio.</param>
/// <param name="ContentHash">What an approval binds: see <see cref="Campaigns.ContentHash"/>.</param>
/// <param name="AltText">For those who cannot see the picture.</param>
/// <param name="MadeBy">Set when a model made any of it.</param>
public sealed record PostContent(
    CampaignId Campaign,
    ItemId Item,
    Platform Platform,
    string Caption,
    MediaAsset Media,
    string ContentHash,
    string? AltText = null,
    Provenance? MadeBy = null
);
