using System.Text.Json.Nodes;
using Campaigns.Integrations.Models;

namespace Campaigns.Integrations.Veo;

/// <summary>What Veo is asked, in the words of <c>predictLongRunning</c>.</summary>
internal static class VeoRequest
{
    public static JsonObject Body(string model, MediaRequest.Video video, VeoOptions options)
    {
        var instance = new JsonObject { ["prompt"] = video.Prompt };
        if (video.FirstFrame is { } frame)
            instance["image"] = new JsonObject
            {
                ["bytesBase64Encoded"] = Convert.ToBase64String(frame.Bytes.Span),
                ["mimeType"] = frame.ContentType,
            };
        var parameters = new JsonObject
        {
            ["aspectRatio"] = ClipShape.Of(video.Ratio),
            ["resolution"] = options.Resolution,
            ["sampleCount"] = 1,
        };
        if (!IsOfOneLength(model))
            parameters["durationSeconds"] = SecondsOf(model, video);
        if (options.PersonGeneration is { } persons)
            parameters["personGeneration"] = persons;
        return new() { ["instances"] = new JsonArray(instance), ["parameters"] = parameters };
    }

    /// <summary>The length that it will make.</summary>
    public static int SecondsOf(string model, MediaRequest.Video video) =>
        IsOfOneLength(model) ? 8 : ClipShape.Seconds(video.Seconds, 4, 6, 8);

    /// <summary>Veo 3.0 makes eight seconds and refuses to be told so.</summary>
    private static bool IsOfOneLength(string model) => model.StartsWith("veo-3.0", StringComparison.Ordinal);
}
