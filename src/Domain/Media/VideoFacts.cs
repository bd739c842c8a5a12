namespace Campaigns.Domain.Media;

/// <summary>What a video's own boxes say of it, as they are: whether a platform takes it, <see cref="Publications.VideoRule"/> says.</summary>
/// <param name="Container"><c>mp4</c> or <c>mov</c>.</param>
/// <param name="Codec"><c>h264</c> or <c>hevc</c>, or the four letters of another.</param>
/// <param name="Audio"><c>aac</c>, or the four letters of another codec; null when it is silent.</param>
/// <param name="AudioHz">Audio samples a second; null when it is silent.</param>
/// <param name="FramesPerSecond">On average.</param>
/// <param name="Seconds">How long it plays.</param>
public sealed record VideoFacts(string Container, string Codec, string? Audio, int? AudioHz, double FramesPerSecond, double Seconds);
