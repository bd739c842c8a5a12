using static Campaigns.Domain.Media.MediaFileEvent;

namespace Campaigns.Domain.Media;

/// <summary>Every choice made about a stored file.</summary>
public static class MediaFileDecider
{
    /// <summary>Notes that someone brought it. Asking twice changes nothing.</summary>
    public static Decision<MediaFileEvent> Upload(MediaFile state, MediaAsset media) =>
        state.Asset is not null || state.IsRemoved ? [] : [new Uploaded(media)];

    /// <summary>Takes it away. Asking twice changes nothing. Whether anything points at it, the caller has looked.</summary>
    public static Decision<MediaFileEvent> Remove(MediaFile state, string key) => state.IsRemoved ? [] : [new Removed(key)];
}
