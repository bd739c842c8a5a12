namespace Campaigns.RunningSystem.Generation;

/// <summary>
/// A system whose calls to models are few side by side, so that a run lasts long enough to be killed in its midst; and that can ask OpenRouter where
/// Gemini cannot.
/// </summary>
public sealed class GenerationSystem : LiveSystem
{
    protected override Task Adjust(Dictionary<string, string> environment)
    {
        environment["AI_MOST_CALLS"] = "6";
        environment["AI_MOST_CALLS_OF_TENANT"] = "6";
        environment["AI_LOOK_SECONDS"] = "1";
        environment["OPENROUTER_API_KEY"] = "sandbox";
        environment["OPENROUTER_BASE_URL"] = environment["GEMINI_BASE_URL"]
            .Replace("gemini/v1beta", "openrouter/api/v1", StringComparison.Ordinal);
        return Task.CompletedTask;
    }
}
