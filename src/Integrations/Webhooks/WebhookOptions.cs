namespace Campaigns.Integrations.Webhooks;

/// <summary>How messages are sent.</summary>
/// <param name="LoopbackAllowed">Whether this very machine may be told, without encryption: for the sandbox alone.</param>
public sealed record WebhookOptions(bool LoopbackAllowed)
{
    /// <summary>How long the other side may take to answer.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long looking its name up and connecting may take.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(5);
}
