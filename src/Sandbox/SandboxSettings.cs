namespace Campaigns.Sandbox;

/// <summary>How one sandbox runs. The defaults are those of the command line.</summary>
public sealed record SandboxSettings
{
    /// <summary>Where it listens: http on a loopback address; port 0 picks a free one.</summary>
    public Uri Address { get; init; } = new("http://127.0.0.1:5090");

    /// <summary>The folder that outlives a restart (signing key, posts, journal); null keeps everything in memory.</summary>
    public string? Data { get; init; }

    /// <summary>The time the simulated vendors live by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long Instagram takes to make a container ready.</summary>
    public TimeSpan ContainerDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How long Instagram transcodes a video.</summary>
    public TimeSpan VideoDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a vendor draws a picture that is a job of its own.</summary>
    public TimeSpan PictureDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a vendor films a clip.</summary>
    public TimeSpan ClipDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many posts Instagram lets an account publish in 24 hours.</summary>
    public int QuotaTotal { get; init; } = 50;
}
