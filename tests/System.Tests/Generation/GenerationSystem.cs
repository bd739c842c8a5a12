namespace Campaigns.RunningSystem.Generation;

/// <summary>A system whose calls to models are few side by side, so that a run lasts long enough to be killed in its midst.</summary>
public sealed class GenerationSystem : LiveSystem
{
    protected override Task Adjust(Dictionary<string, string> environment)
    {
        environment["AI_MOST_CALLS"] = "6";
        environment["AI_MOST_CALLS_OF_TENANT"] = "6";
        environment["AI_LOOK_SECONDS"] = "1";
        return Task.CompletedTask;
    }
}
