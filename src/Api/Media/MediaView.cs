using Campaigns.Domain.Media;
using GraphQL;

namespace Campaigns.Api.Media;

/// <summary>A stored picture or video.</summary>
/// <param name="Key">What inputs name it by, as `mediaKey`, in `mediaKeys`, or as `logoKey`.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="ContentType">Such as `image/jpeg` or `video/mp4`.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Bytes">Its size; no file is larger than 2 GB.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Video">What more there is to say of a video; null for a picture.</param>
[Name("Media")]
public sealed record MediaView(
    string Key,
    string Url,
    string ContentType,
    string Sha256,
    int Bytes,
    int Width,
    int Height,
    VideoView? Video
)
{
    internal static MediaView? Of(MediaAsset? asset) =>
        asset is null
            ? null
            : new(
                asset.Key,
                asset.Url.AbsoluteUri,
                asset.ContentType,
                asset.Sha256,
                (int)asset.Bytes,
                asset.Width,
                asset.Height,
                VideoView.Of(asset.Video)
            );

    internal static IReadOnlyList<MediaView> Of(IReadOnlyList<MediaAsset> files) => [.. files.Select(file => Of(file)!)];
}

/// <summary>What a video's own file says of it.</summary>
/// <param name="Seconds">How long it plays.</param>
/// <param name="FramesPerSecond">On average.</param>
/// <param name="Codec">`h264` or `hevc`.</param>
/// <param name="Audio">`aac`; null when it is silent.</param>
[Name("Video")]
public sealed record VideoView(double Seconds, double FramesPerSecond, string Codec, string? Audio)
{
    internal static VideoView? Of(VideoFacts? video) =>
        video is null ? null : new(video.Seconds, video.FramesPerSecond, video.Codec, video.Audio);
}
