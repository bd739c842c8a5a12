using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Fal;

/// <summary>The models that film, each family with its own dialect. All others are 404.</summary>
internal static class FalModels
{
    private sealed record Family(string[] Durations, bool AreNumbers, string[] Ratios, int Usual);

    private static readonly Family Veo = new(["4s", "6s", "8s"], false, ["16:9", "9:16", "auto"], 8);
    private static readonly Family Sora = new(["4", "8", "12", "16", "20"], true, ["16:9", "9:16", "auto"], 4);
    private static readonly Family Kling = new(["5", "10"], false, ["16:9", "9:16", "1:1"], 5);

    private static readonly Dictionary<string, Family> Known = new()
    {
        ["fal-ai/veo3"] = Veo,
        ["fal-ai/veo3/fast"] = Veo,
        ["fal-ai/veo3/image-to-video"] = Veo,
        ["fal-ai/veo3/fast/image-to-video"] = Veo,
        ["fal-ai/veo3.1"] = Veo,
        ["fal-ai/veo3.1/fast"] = Veo,
        ["fal-ai/veo3.1/image-to-video"] = Veo,
        ["fal-ai/veo3.1/fast/image-to-video"] = Veo,
        ["fal-ai/sora-2/text-to-video"] = Sora,
        ["fal-ai/sora-2/image-to-video"] = Sora,
        ["fal-ai/kling-video/v2.5-turbo/pro/text-to-video"] = Kling,
        ["fal-ai/kling-video/v2.5-turbo/pro/image-to-video"] = Kling,
    };

    public static bool Knows(string model) => Known.ContainsKey(model);

    /// <summary>What is wrong with an input: where, of which type, in words; null when nothing.</summary>
    public static (string At, string Type, string Words)? Complaint(string model, JsonObject input)
    {
        var family = Known[model];
        if (input["prompt"]?.GetValueKind() is not JsonValueKind.String)
            return ("prompt", "missing", "Field required");
        if (model.EndsWith("image-to-video", StringComparison.Ordinal) && input["image_url"] is null)
            return ("image_url", "missing", "Field required");
        if (input["duration"] is { } duration)
        {
            var isNumber = duration.GetValueKind() is JsonValueKind.Number;
            if (isNumber != family.AreNumbers || !family.Durations.Contains(duration.ToString()))
                return ("duration", "literal_error", $"Input should be {string.Join(", ", family.Durations)}");
        }
        if (input["aspect_ratio"] is { } ratio && !family.Ratios.Contains(ratio.ToString()))
            return ("aspect_ratio", "literal_error", $"Input should be {string.Join(", ", family.Ratios)}");
        return null;
    }

    /// <summary>How long its clip is.</summary>
    public static int SecondsOf(string model, JsonObject input) =>
        int.TryParse(input["duration"]?.ToString().TrimEnd('s'), out var seconds) ? seconds : Known[model].Usual;
}
