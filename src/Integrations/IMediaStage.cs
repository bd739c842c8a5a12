using Campaigns.Domain;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>Makes media fit for the platform before anything is scheduled.</summary>
public interface IMediaStage
{
    /// <summary>
    /// An sRGB JPEG of at most 8 MB, 320 to 1440 pixels wide, ratio from 4:5 to 1.91:1 (cropped to the nearest allowed), stored, and checked
    /// to be reachable by the platform. What is fit already is returned as it is. Rejected when it cannot be decoded or made fit, or when the
    /// platform could not fetch it (no public base address).
    /// </summary>
    Task<Reply<MediaAsset>> FitForFeed(TenantId tenant, MediaAsset original, CancellationToken ct);
}
