using System.Globalization;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Media;

namespace Campaigns.Domain.Publications;

/// <summary>
/// Instagram's limits on videos (Graph API content publishing): H.264 or HEVC, AAC of at most 48 kHz or silence, 23 to 60 frames a second, at
/// most 1,920 pixels wide, between 0.01:1 and 10:1; a story 3 to 60 seconds and 100 MB, anything else up to 15 minutes and 300 MB.
/// </summary>
public static class VideoRule
{
    /// <summary>Shortest, in seconds.</summary>
    public const double Shortest = 3;

    /// <summary>Longest of all kinds, in seconds.</summary>
    public const double Longest = 15 * 60;

    /// <summary>Longest in a story, in seconds.</summary>
    public const double LongestInStory = 60;

    /// <summary>Largest of all kinds, in bytes.</summary>
    public const long Largest = 300_000_000;

    /// <summary>Largest in a story, in bytes.</summary>
    public const long LargestInStory = 100_000_000;

    /// <summary>Widest, in pixels.</summary>
    public const int Widest = 1920;

    // Encoders round: a video "of 60 s" may last a frame more, and one "of 60 frames" have 60.0004.
    private const double Rounding = 0.05;

    /// <summary>The rule that a video breaks in a post of a kind; null when it breaks none, or is a picture.</summary>
    public static VideoFlaw? Broken(MediaAsset file, PostKind kind)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Video is not { } video)
            return null;
        return Encoding(video) ?? Length(video, kind) ?? Size(file.Bytes, kind) ?? Shape(file.Width, file.Height);
    }

    private static VideoFlaw? Encoding(VideoFacts video) =>
        video switch
        {
            { Container: not ("mp4" or "mov") } => new("video_container", $"its container is {video.Container}; MP4 and MOV are allowed."),
            { Codec: not ("h264" or "hevc") } => new("video_codec", $"its codec is {video.Codec}; H.264 and HEVC are allowed."),
            { Audio: not (null or "aac") } => new("audio_codec", $"its sound is {video.Audio}; AAC is allowed, and silence."),
            { AudioHz: > 48_000 } => new("audio_rate", $"its sound has {video.AudioHz} Hz; 48000 Hz are allowed."),
            { FramesPerSecond: < 23 - Rounding or > 60 + Rounding } => new(
                "frame_rate",
                $"it has {Told(video.FramesPerSecond)} frames a second; 23 to 60 are allowed."
            ),
            _ => null,
        };

    private static VideoFlaw? Length(VideoFacts video, PostKind kind)
    {
        var longest = kind is PostKind.Story ? LongestInStory : Longest;
        return video.Seconds < Shortest - Rounding || video.Seconds > longest + Rounding
            ? new("video_length", $"it lasts {Told(video.Seconds)} s; {Shortest} to {longest} s are allowed{In(kind)}.")
            : null;
    }

    private static VideoFlaw? Size(long bytes, PostKind kind)
    {
        var largest = kind is PostKind.Story ? LargestInStory : Largest;
        return bytes > largest ? new("video_size", $"it has {bytes} bytes; {largest} are allowed{In(kind)}.") : null;
    }

    private static VideoFlaw? Shape(int width, int height) =>
        width > Widest ? new("video_width", $"it is {width} pixels wide; {Widest} are allowed.")
        : width * 100L < height || width > height * 10L ? new("video_ratio", $"it is {width}×{height}; 0.01:1 to 10:1 are allowed.")
        : null;

    private static string In(PostKind kind) => kind is PostKind.Story ? " in a story" : "";

    private static string Told(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A rule of the platform that a video breaks.</summary>
/// <param name="Code">Which, stable, such as <c>frame_rate</c>.</param>
/// <param name="Message">The value and the rule, in words that follow "Instagram would refuse the video:".</param>
public sealed record VideoFlaw(string Code, string Message);
