using Campaigns.Domain;
using Campaigns.Domain.Media;
using GraphQL;

namespace Campaigns.Api.Media;

/// <summary>A stored picture, video or sound.</summary>
/// <param name="Key">What inputs name it by, as `mediaKey`, in `mediaKeys`, or as `logoKey`.</param>
/// <param name="Url">Where it can be fetched.</param>
/// <param name="ContentType">Such as `image/jpeg`, `video/mp4` or `audio/wav`.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Bytes">Its size; no file is larger than 2 GB.</param>
/// <param name="Width">In pixels; 0 of a sound.</param>
/// <param name="Height">In pixels; 0 of a sound.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Video">What more there is to say of a video; null for anything else.</param>
/// <param name="Audio">What more there is to say of a sound; null for anything else.</param>
/// <param name="MadeBy">The model that made it; null of what was uploaded.</param>
[Name("Media")]
public sealed record MediaView(
    string Key,
    string Url,
    string ContentType,
    string Sha256,
    int Bytes,
    int Width,
    int Height,
    MediaKind Kind,
    VideoView? Video,
    AudioView? Audio,
    Provenance? MadeBy
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
                asset.Kind,
                VideoView.Of(asset.Video),
                AudioView.Of(asset.Audio),
                asset.MadeBy
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

/// <summary>What a sound's own file says of it.</summary>
/// <param name="Seconds">How long it plays.</param>
/// <param name="Hz">Samples a second.</param>
/// <param name="Channels">1 or 2.</param>
[Name("Audio")]
public sealed record AudioView(double Seconds, int Hz, int Channels)
{
    internal static AudioView? Of(AudioFacts? audio) => audio is null ? null : new(audio.Seconds, audio.Hz, audio.Channels);
}
