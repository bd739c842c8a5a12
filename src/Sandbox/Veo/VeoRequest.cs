using System.Text.Json.Nodes;
using Campaigns.Sandbox.Gemini;

namespace Campaigns.Sandbox.Veo;

/// <summary>A predictLongRunning request, read as strictly as the vendor reads it.</summary>
internal sealed record VeoRequest(string Prompt, JsonObject Parameters, bool HasImage)
{
    private const int Usual = 8;

    private static readonly HashSet<string> Models =
    [
        "veo-3.0-generate-001",
        "veo-3.0-fast-generate-001",
        "veo-3.1-generate-preview",
        "veo-3.1-fast-generate-preview",
    ];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["aspectRatio"] = ["16:9", "9:16"],
        ["resolution"] = ["720p", "1080p"],
        ["durationSeconds"] = ["4", "6", "8"],
        ["sampleCount"] = ["1"],
        ["personGeneration"] = ["dont_allow", "allow_adult", "allow_all"],
        ["negativePrompt"] = [],
        ["enhancePrompt"] = ["true", "false"],
    };

    public static bool Knows(string model) => Models.Contains(model);

    public static VeoRequest Read(string model, JsonObject body)
    {
        if (body["instances"] is not JsonArray { Count: 1 } instances || instances[0] is not JsonObject instance)
            throw GeminiException.Invalid("instances", "exactly one instance is needed");
        var prompt = instance["prompt"]?.ToString() ?? "";
        var image = instance["image"];
        if (prompt.Length == 0 && image is null)
            throw GeminiException.Invalid("instances.prompt", "a prompt or an image is needed");
        if (image is not null && (image["bytesBase64Encoded"] is null || image["mimeType"] is null))
            throw GeminiException.Invalid("instances.image", "bytesBase64Encoded and mimeType are needed");
        var parameters = body["parameters"] as JsonObject ?? [];
        foreach (var (name, value) in parameters)
            if (!Known.TryGetValue(name, out var values))
                throw GeminiException.Invalid($"parameters.{name}", $"{name} isn't supported by this model");
            else if (values.Length > 0 && !values.Contains(value?.ToString()))
                throw GeminiException.Invalid($"parameters.{name}", $"{value} is out of bound");
        if (model.StartsWith("veo-3.0", StringComparison.Ordinal) && parameters["durationSeconds"] is not null)
            throw GeminiException.Invalid("parameters.durationSeconds", "durationSeconds isn't supported by this model");
        return new(prompt, parameters, image is not null);
    }

    public static int SecondsOf(JsonObject parameters) =>
        int.TryParse(parameters["durationSeconds"]?.ToString(), out var seconds) ? seconds : Usual;
}
