namespace Campaigns.Sandbox.Gemini;

/// <summary>A picture's size in pixels: each ratio has its own at 1K, and 2K and 4K are two and four times that.</summary>
internal sealed record ImageShape(int Width, int Height, string Size)
{
    private static readonly Dictionary<string, (int Width, int Height)> AtOneK = new()
    {
        ["1:1"] = (1024, 1024),
        ["2:3"] = (848, 1264),
        ["3:2"] = (1264, 848),
        ["3:4"] = (896, 1200),
        ["4:3"] = (1200, 896),
        ["4:5"] = (928, 1152),
        ["5:4"] = (1152, 928),
        ["9:16"] = (768, 1376),
        ["16:9"] = (1376, 768),
        ["21:9"] = (1584, 672),
    };

    /// <summary>What one picture costs in output tokens.</summary>
    public int Tokens => Size == "4K" ? 2000 : 1120;

    /// <summary>Pixels by ratio at 1K.</summary>
    public static IReadOnlyDictionary<string, (int Width, int Height)> Ratios => AtOneK;

    public static ImageShape Of(GeminiRequest request)
    {
        var asked = request.Config["imageConfig"];
        var ratio = asked?["aspectRatio"]?.ToString() ?? "1:1";
        var size = asked?["imageSize"]?.ToString() ?? "1K";
        if (!AtOneK.TryGetValue(ratio, out var pixels))
            throw GeminiException.Invalid("generation_config.image_config.aspect_ratio", $"{ratio} is not supported");
        var scale = size switch
        {
            "1K" => 1,
            "2K" => 2,
            "4K" => 4,
            _ => throw GeminiException.Invalid("generation_config.image_config.image_size", $"{size} is not supported"),
        };
        return new(pixels.Width * scale, pixels.Height * scale, size);
    }
}
