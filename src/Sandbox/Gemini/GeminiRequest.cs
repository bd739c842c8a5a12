using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaigns.Sandbox.Gemini;

/// <summary>A generateContent request, read as strictly as the vendor reads it.</summary>
internal sealed record GeminiRequest(string Model, string Instruction, string Prompt, JsonObject Config, int InlineImages)
{
    private static readonly HashSet<string> TopLevel =
    [
        "contents",
        "systemInstruction",
        "safetySettings",
        "generationConfig",
        "tools",
        "toolConfig",
        "cachedContent",
        "serviceTier",
        "labels",
        "model",
    ];

    private static readonly HashSet<string> Settings =
    [
        "temperature",
        "topP",
        "topK",
        "candidateCount",
        "maxOutputTokens",
        "stopSequences",
        "seed",
        "presencePenalty",
        "frequencyPenalty",
        "responseMimeType",
        "responseSchema",
        "responseJsonSchema",
        "responseModalities",
        "thinkingConfig",
        "imageConfig",
        "mediaResolution",
        "responseLogprobs",
        "logprobs",
        "speechConfig",
    ];

    private static readonly HashSet<string> Voices = ["Zephyr", "Puck", "Charon", "Kore", "Fenrir", "Leda", "Orus", "Aoede"];

    public string Everything => Instruction.Length == 0 ? Prompt : Instruction + "\n" + Prompt;

    public JsonObject? Schema => (Config["responseJsonSchema"] ?? Config["responseSchema"]) as JsonObject;

    public bool WantsImage => Wants("IMAGE");

    public bool WantsAudio => Wants("AUDIO");

    private bool Wants(string modality) =>
        Config["responseModalities"] is JsonArray modalities
        && modalities.Any(one => string.Equals(one?.ToString(), modality, StringComparison.OrdinalIgnoreCase));

    public static async Task<GeminiRequest> Read(string model, HttpContext http)
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
            return Read(model, body ?? throw GeminiException.Invalid("body", "expected a JSON object"));
        }
        catch (JsonException)
        {
            throw GeminiException.Invalid("body", "invalid JSON payload");
        }
    }

    private static GeminiRequest Read(string model, JsonObject body)
    {
        RefuseUnknown(body, TopLevel, "");
        var config = body["generationConfig"] as JsonObject ?? [];
        RefuseUnknown(config, Settings, "generation_config.");
        if (body["contents"] is not JsonArray { Count: > 0 } contents)
            throw GeminiException.Invalid("contents", "contents is not specified");
        CheckConfig(model, config);

        var parts = contents.OfType<JsonObject>().SelectMany(PartsOf).ToArray();
        var prompt = string.Join("\n", parts.Select(TextOf).Where(text => text.Length > 0));
        var pictures = parts.Count(part => part["inlineData"] is not null);
        if (prompt.Length == 0 && pictures == 0)
            throw GeminiException.Invalid("contents.parts", "contents must hold text or data");
        var instruction = body["systemInstruction"] is JsonObject system ? string.Join("\n", PartsOf(system).Select(TextOf)) : "";
        return new(model, instruction, prompt, config, pictures);
    }

    private static void RefuseUnknown(JsonObject given, HashSet<string> known, string at)
    {
        if (given.FirstOrDefault(field => !known.Contains(field.Key)).Key is { } unknown)
            throw GeminiException.Invalid(at + unknown, $"Invalid JSON payload received. Unknown name \"{unknown}\": Cannot find field.");
    }

    private static void CheckConfig(string model, JsonObject config)
    {
        if (config["responseSchema"] is not null && config["responseJsonSchema"] is not null)
            throw GeminiException.Invalid("generation_config.response_schema", "set only one of response_schema and response_json_schema");
        var structured = config["responseSchema"] is not null || config["responseJsonSchema"] is not null;
        if (structured && config["responseMimeType"]?.ToString() != "application/json")
            throw GeminiException.Invalid("generation_config.response_mime_type", "a response schema needs application/json");
        if (
            config["thinkingConfig"] is JsonObject thinking
            && thinking["thinkingLevel"] is not null
            && thinking["thinkingBudget"] is not null
        )
            throw GeminiException.Invalid("generation_config.thinking_config", "set only one of thinking_level and thinking_budget");
        if (config["speechConfig"] is JsonObject speech && speech["voiceConfig"]?["prebuiltVoiceConfig"]?["voiceName"] is { } voice)
            if (!Voices.Contains(voice.ToString()))
                throw GeminiException.Invalid("generation_config.speech_config", $"Voice name {voice} is not supported");
        if (config["imageConfig"] is not null && !GeminiModels.Draws(model))
            throw GeminiException.Invalid("generation_config.image_config", $"{model} makes no images");
    }

    private static IEnumerable<JsonObject> PartsOf(JsonObject content) => (content["parts"] as JsonArray ?? []).OfType<JsonObject>();

    private static string TextOf(JsonObject part) => part["thought"]?.ToString() == "true" ? "" : part["text"]?.ToString() ?? "";
}
