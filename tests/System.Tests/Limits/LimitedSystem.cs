namespace Campaigns.RunningSystem.Limits;

/// <summary>Two silos that allow each person five operations an hour.</summary>
public sealed class LimitedSystem : LiveSystem
{
    public const int Most = 5;

    protected override int SiloCount => 2;

    protected override Task Adjust(Dictionary<string, string> environment)
    {
        environment["CAMPAIGNS_API_REQUESTS_PER_PERSON"] = $"{Most}";
        environment["CAMPAIGNS_API_WINDOW_SECONDS"] = "3600";
        return Task.CompletedTask;
    }
}
