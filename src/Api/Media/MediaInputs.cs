using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Projections.Media;

namespace Campaigns.Api.Media;

/// <summary>Which files of the gallery; what is left out does not matter.</summary>
/// <param name="Source">From one of these.</param>
/// <param name="Kind">One of these: pictures, videos, sounds.</param>
/// <param name="IsVideo">Only videos, or only what does not move.</param>
/// <param name="InUse">Only those that something points at, or only the others.</param>
/// <param name="GenerationId">Made by this AI job.</param>
/// <param name="Provider">Made by a model of this provider.</param>
/// <param name="Model">Made by this model.</param>
/// <param name="From">Came at this instant or later.</param>
/// <param name="To">Came before this instant.</param>
public sealed record MediaAssetFilterInput(
    IReadOnlyList<MediaSource>? Source = null,
    IReadOnlyList<MediaKind>? Kind = null,
    bool? IsVideo = null,
    bool? InUse = null,
    Guid? GenerationId = null,
    string? Provider = null,
    string? Model = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null
)
{
    internal MediaFilter ToFilter() => new(Source, Kind, IsVideo, InUse, GenerationId, Provider, Model, From, To);
}

/// <summary>A file to remove.</summary>
/// <param name="Key">Its key.</param>
/// <param name="CommandId">Makes repeating safe. Needed, unless the header `Idempotency-Key` gives it.</param>
public sealed record RemoveMediaInput(string Key, CommandId? CommandId = null);
