using Campaigns.Domain.Generations;
using Campaigns.Integrations.Models;

namespace Campaigns.Silo.Configuration;

/// <summary>Providers of models beside Gemini, which models are asked in which order, and how long each may take.</summary>
/// <param name="OpenRouter">Null when there is no key; so are the others.</param>
/// <param name="Replicate">As above.</param>
/// <param name="Fal">As above.</param>
/// <param name="Chains">Of providers that have a key.</param>
/// <param name="Timeouts">How long calls may take.</param>
internal sealed record ModelSettings(
    ProviderSettings? OpenRouter,
    ProviderSettings? Replicate,
    ProviderSettings? Fal,
    ModelChains Chains,
    ModelTimeouts Timeouts
)
{
    private sealed record Line(string Variable, Capability Capability, string[] Providers, ModelChoice[] Usual);

    /// <summary>Reads them, and notes what is wrong.</summary>
    public static ModelSettings Read(Variables variables, GeminiSettings? gemini, bool sandbox)
    {
        var openRouter = Provider(variables, "OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", sandbox, "https://openrouter.ai/api/v1");
        var replicate = Provider(variables, "REPLICATE_API_TOKEN", "REPLICATE_BASE_URL", sandbox, "https://api.replicate.com/v1");
        var fal = Provider(variables, "FAL_KEY", "FAL_QUEUE_URL", sandbox, "https://queue.fal.run");
        HashSet<string> withKey =
        [
            .. gemini is null ? Array.Empty<string>() : ["gemini", "veo"],
            .. openRouter is null ? Array.Empty<string>() : ["openrouter"],
            .. replicate is null ? Array.Empty<string>() : ["replicate"],
            .. fal is null ? Array.Empty<string>() : ["fal"],
        ];
        ModelChoice[] Chain(Line line) => [.. Choices(variables, line).Where(choice => withKey.Contains(choice.Provider))];
        return new(
            openRouter,
            replicate,
            fal,
            new(
                Chain(
                    new(
                        "CAMPAIGNS_TEXT_MODELS",
                        Capability.Text,
                        ["gemini", "openrouter"],
                        [new("gemini", gemini?.TextModel ?? "gemini-3-flash-preview"), new("openrouter", "openai/gpt-5.2")]
                    )
                ),
                Chain(
                    new(
                        "CAMPAIGNS_IMAGE_MODELS",
                        Capability.Image,
                        ["gemini", "replicate"],
                        [new("gemini", gemini?.ImageModel ?? "gemini-3-pro-image"), new("replicate", "google/nano-banana-pro")]
                    )
                ),
                Chain(
                    new(
                        "CAMPAIGNS_VIDEO_MODELS",
                        Capability.Video,
                        ["veo", "fal"],
                        [new("veo", "veo-3.1-generate-preview"), new("fal", "fal-ai/veo3/fast")]
                    )
                ),
                Chain(new("CAMPAIGNS_SPEECH_MODELS", Capability.Speech, ["gemini"], [new("gemini", "gemini-2.5-flash-preview-tts")]))
            ),
            new(
                variables.Seconds("CAMPAIGNS_TEXT_TIMEOUT_SECONDS", 120, 1, 1200),
                variables.Seconds("CAMPAIGNS_IMAGE_TIMEOUT_SECONDS", 180, 1, 1200),
                variables.Seconds("CAMPAIGNS_SPEECH_TIMEOUT_SECONDS", 180, 1, 1200),
                variables.Seconds("CAMPAIGNS_JOB_CALL_TIMEOUT_SECONDS", 60, 1, 600),
                variables.Seconds("CAMPAIGNS_FILE_TIMEOUT_SECONDS", 900, 1, 7200)
            )
        );
    }

    public override string ToString() => Chains.ToString();

    private static ProviderSettings? Provider(Variables variables, string key, string address, bool sandbox, string example)
    {
        var url = variables.Provider(address, sandbox, example);
        return variables.Text(key) is { } text ? new(url, text) : null;
    }

    /// <summary><c>provider:model</c>, between commas, in the order they are to be asked.</summary>
    private static IEnumerable<ModelChoice> Choices(Variables variables, Line line)
    {
        var words = variables.List(line.Variable);
        if (words.Count == 0)
            return line.Usual;
        var choices = new List<ModelChoice>();
        foreach (var word in words)
        {
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && colon < word.Length - 1 && line.Providers.Contains(word[..colon]))
                choices.Add(new(word[..colon], word[(colon + 1)..]));
            else
                variables.Refuse(
                    line.Variable,
                    $"holds '{word}', which is no provider:model of {string.Join(" or ", line.Providers)}",
                    string.Join(',', line.Usual.Select(choice => $"{choice.Provider}:{choice.Model}"))
                );
        }
        return choices;
    }
}

/// <summary>How to reach a provider. Null address: where the vendor serves it.</summary>
internal sealed record ProviderSettings(Uri? Url, string Key)
{
    public override string ToString() => $"Url = {Url}";
}

/// <summary>How long calls of models may take, each to its last byte.</summary>
/// <param name="Text">For one text.</param>
/// <param name="Image">For one picture, where it comes with the answer.</param>
/// <param name="Speech">For one voice.</param>
/// <param name="Job">For a call that begins a job, looks at it or stops it.</param>
/// <param name="File">For a whole file.</param>
internal sealed record ModelTimeouts(TimeSpan Text, TimeSpan Image, TimeSpan Speech, TimeSpan Job, TimeSpan File);
