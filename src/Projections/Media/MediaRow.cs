using Campaigns.Domain.Media;
using Campaigns.Projections.Engine;

namespace Campaigns.Projections.Media;

/// <summary>A file of the gallery, as <c>read.media</c> holds it. Times are UTC.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Id">The UUID that its key begins with.</param>
/// <param name="Key">Its name in the store.</param>
/// <param name="Asset">What it is.</param>
/// <param name="IsVideo">Whether it moves.</param>
/// <param name="Kind">Picture, video or sound.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Generation">The AI job that made it.</param>
/// <param name="Provider">Of the model that made it.</param>
/// <param name="Model">That model.</param>
/// <param name="PromptVersion">The version of our prompt.</param>
/// <param name="KeptBy">Who uploaded it, or asked for it.</param>
/// <param name="KeptAt">When.</param>
/// <param name="LastPosition">The log position of that.</param>
[ReadTable("media")]
public sealed record MediaRow(
    string Tenant,
    Guid Id,
    string Key,
    MediaAsset Asset,
    bool IsVideo,
    MediaKind Kind,
    MediaSource Source,
    Guid? Generation,
    string? Provider,
    string? Model,
    string? PromptVersion,
    string KeptBy,
    DateTimeOffset KeptAt,
    [LogPlace] string LastPosition
);

/// <summary>Where a file comes from.</summary>
public enum MediaSource
{
    /// <summary>A person or an automation brought it.</summary>
    Upload,

    /// <summary>A model made it.</summary>
    Generation,
}
