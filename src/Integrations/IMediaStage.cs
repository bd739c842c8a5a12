using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;

namespace Campaigns.Integrations;

/// <summary>Makes media fit for the platform before anything is scheduled.</summary>
public interface IMediaStage
{
    /// <summary>
    /// Of a picture: an sRGB JPEG of at most 8 MB, 320 to 1440 pixels wide, ratio from 4:5 (in a story 9:16) to 1.91:1 (cropped to the nearest
    /// allowed), stored. Of a video: the video itself, looked at again, for it is not transcoded. Either is checked to be reachable by the
    /// platform. What is fit already is returned as it is. Rejected when it cannot be decoded, made fit or, as a video, taken by the platform,
    /// or when the platform could not fetch it (no public base address).
    /// </summary>
    Task<Reply<MediaAsset>> Fit(TenantId tenant, MediaAsset original, PostKind kind, CancellationToken ct);
}
