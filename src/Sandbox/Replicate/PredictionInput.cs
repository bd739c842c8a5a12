using System.Text.Json.Nodes;
using Campaigns.Sandbox.Gemini;

namespace Campaigns.Sandbox.Replicate;

/// <summary>The input of <c>google/nano-banana-pro</c>, checked against its schema.</summary>
internal static class PredictionInput
{
    public const string Model = "google/nano-banana-pro";

    private static readonly Dictionary<string, string[]> Enums = new()
    {
        ["aspect_ratio"] = ["match_input_image", .. ImageShape.Ratios.Keys],
        ["resolution"] = ["1K", "2K", "4K"],
        ["output_format"] = ["jpg", "png"],
        ["safety_filter_level"] = ["block_low_and_above", "block_medium_and_above", "block_only_high"],
    };

    public static void Check(JsonObject input)
    {
        if (input["prompt"]?.GetValueKind() is not System.Text.Json.JsonValueKind.String)
            throw ReplicateException.Invalid("input.prompt", "prompt is required");
        foreach (var (field, values) in Enums)
            if (input[field] is { } given && !values.Contains(given.ToString()))
                throw ReplicateException.Invalid($"input.{field}", $"{field} must be one of the following: {string.Join(", ", values)}");
        if (input["image_input"] is { } images && images is not JsonArray { Count: <= 14 })
            throw ReplicateException.Invalid("input.image_input", "at most 14 images");
    }

    /// <summary>Pixels of what it asks for.</summary>
    public static (int Width, int Height) SizeOf(JsonObject input)
    {
        var (width, height) = ImageShape.Ratios.GetValueOrDefault(input["aspect_ratio"]?.ToString() ?? "", (1024, 1024));
        var scale = input["resolution"]?.ToString() switch
        {
            "1K" => 1,
            "4K" => 4,
            _ => 2,
        };
        return (width * scale, height * scale);
    }
}
