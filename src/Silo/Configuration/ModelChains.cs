using Campaigns.Domain.Generations;
using Campaigns.Grains.Generations;
using Campaigns.Integrations.Gemini;

namespace Campaigns.Silo.Configuration;

/// <summary>Whom AI jobs ask, in order: <c>provider:model</c>, between commas.</summary>
internal static class ModelChains
{
    private const string Example = "gemini:gemini-3.1-pro-preview,openrouter:openai/gpt-5.2";

    private static readonly (Capability What, string Variable, string Usual)[] Known =
    [
        (Capability.Text, "AI_TEXT_CHAIN", "gemini:{text},openrouter:openai/gpt-5.2"),
        (Capability.Image, "AI_IMAGE_CHAIN", "gemini:{image},replicate:google/nano-banana-pro"),
        (Capability.Video, "AI_VIDEO_CHAIN", "veo:veo-3.1-fast-generate-preview,fal:fal-ai/veo3.1/fast"),
        (Capability.Speech, "AI_SPEECH_CHAIN", "gemini:gemini-2.5-flash-preview-tts"),
    ];

    public static GenerationSettings Read(Variables variables) =>
        new()
        {
            Chains = Known.ToDictionary(one => one.What, one => (IReadOnlyList<ModelChoice>)Chain(variables, one.Variable, one.Usual)),
            MostCalls = variables.Number("AI_MOST_CALLS", 32, 1, 1_000),
            MostCallsOfOne = variables.Number("AI_MOST_CALLS_OF_TENANT", 24, 1, 1_000),
            LookEvery = variables.Seconds("AI_LOOK_SECONDS", 5, 1, 300),
        };

    private static List<ModelChoice> Chain(Variables variables, string variable, string usual)
    {
        var words = variables.List(variable);
        if (words.Count == 0)
            words = usual
                .Replace("{text}", variables.Text("GEMINI_TEXT_MODEL") ?? GeminiOptions.UsualTextModel, StringComparison.Ordinal)
                .Replace("{image}", variables.Text("GEMINI_IMAGE_MODEL") ?? GeminiOptions.UsualImageModel, StringComparison.Ordinal)
                .Split(',');
        var chain = new List<ModelChoice>();
        foreach (var word in words)
            if (ModelChoice.TryParse(word, out var model) && !chain.Contains(model))
                chain.Add(model);
            else
                variables.Refuse(variable, $"holds '{word}', which names no provider and model, or one twice", Example);
        return chain;
    }
}
