namespace Campaigns.Sandbox.Gemini;

/// <summary>The models that answer. All others, retired ones too, are 404.</summary>
internal static class GeminiModels
{
    private static readonly HashSet<string> Text =
    [
        "gemini-2.5-flash",
        "gemini-2.5-flash-lite",
        "gemini-2.5-pro",
        "gemini-3-flash-preview",
        "gemini-3.1-pro-preview",
    ];

    private static readonly HashSet<string> Image = ["gemini-2.5-flash-image", "gemini-3-pro-image", "gemini-3-pro-image-preview"];

    private static readonly HashSet<string> Speech =
    [
        "gemini-2.5-flash-preview-tts",
        "gemini-2.5-pro-preview-tts",
        "gemini-3.1-flash-tts-preview",
    ];

    public static bool Knows(string model) => Text.Contains(model) || Image.Contains(model) || Speech.Contains(model);

    public static bool Speaks(string model) => Speech.Contains(model);

    public static bool Draws(string model) => Image.Contains(model);
}
