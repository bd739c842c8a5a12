using System.Globalization;
using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Fal;

/// <summary>
/// What a model of FAL's is asked: its own input object, in the dialect of its family. Even how long a clip is to be is written differently by each.
/// </summary>
/// <param name="Path">The model's id, that of its sibling that begins with a picture where there is one.</param>
/// <param name="Body">The input.</param>
/// <param name="Seconds">The length that it will make; null where the family is not known.</param>
internal sealed record FalInput(string Path, JsonObject Body, int? Seconds)
{
    private const string FromImage = "image-to-video";
    private const string FromText = "text-to-video";

    public static FalInput For(string model, MediaRequest.Video video, string resolution)
    {
        var parts = model.Split('/');
        var family = parts.Length > 1 ? parts[1] : "";
        return family.StartsWith("veo3", StringComparison.Ordinal) ? Veo(model, video, resolution)
            : family.StartsWith("sora-", StringComparison.Ordinal) ? Sora(model, video)
            : family is "kling-video" ? Kling(model, video)
            : new(model, Words(video), null);
    }

    private static FalInput Veo(string model, MediaRequest.Video video, string resolution)
    {
        var seconds = ClipShape.Seconds(video.Seconds, 4, 6, 8);
        var body = Words(video);
        body["aspect_ratio"] = ClipShape.Of(video.Ratio);
        body["duration"] = string.Create(CultureInfo.InvariantCulture, $"{seconds}s");
        body["resolution"] = resolution;
        body["generate_audio"] = true;
        return new(
            video.FirstFrame is null || model.EndsWith(FromImage, StringComparison.Ordinal) ? model : $"{model}/{FromImage}",
            body,
            seconds
        );
    }

    private static FalInput Sora(string model, MediaRequest.Video video)
    {
        var seconds = ClipShape.Seconds(video.Seconds, 4, 8, 12, 16, 20);
        var body = Words(video);
        body["aspect_ratio"] = ClipShape.Of(video.Ratio);
        body["duration"] = seconds;
        return new(WithPicture(model, video), body, seconds);
    }

    private static FalInput Kling(string model, MediaRequest.Video video)
    {
        var seconds = ClipShape.Seconds(video.Seconds, 5, 10);
        var body = Words(video);
        body["duration"] = seconds.ToString(CultureInfo.InvariantCulture);
        if (video.FirstFrame is null)
            body["aspect_ratio"] = video.Ratio is Domain.Media.AspectRatio.Square ? "1:1" : ClipShape.Of(video.Ratio);
        return new(WithPicture(model, video), body, seconds);
    }

    private static string WithPicture(string model, MediaRequest.Video video) =>
        video.FirstFrame is null ? model : model.Replace($"/{FromText}", $"/{FromImage}", StringComparison.Ordinal);

    private static JsonObject Words(MediaRequest.Video video)
    {
        var body = new JsonObject { ["prompt"] = video.Prompt };
        if (video.FirstFrame is { } frame)
            body["image_url"] = PictureAddress.Of(frame);
        return body;
    }
}
