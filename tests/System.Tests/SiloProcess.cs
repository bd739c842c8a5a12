using System.Globalization;
using Campaigns.Harness;

namespace Campaigns.RunningSystem;

/// <summary>One silo of a cluster, with its API. However often it is started again, its ports stay the same.</summary>
/// <param name="shared">What every silo of the cluster is told.</param>
internal sealed class SiloProcess(IReadOnlyDictionary<string, string> shared) : IDisposable
{
    private readonly Dictionary<string, string> place = new()
    {
        ["CAMPAIGNS_SILO_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
        ["CAMPAIGNS_GATEWAY_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
    };
    private RunningProgram? program;

    /// <summary>Where it serves.</summary>
    public Uri Api { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    public string Output => program?.Output ?? "it was never started";

    /// <summary>Starts it, and waits until it is ready.</summary>
    public async Task Start()
    {
        program?.Dispose();
        program = await RunningProgram.Start(
            "Silo",
            "campaigns-silo",
            ["--urls", Api.ToString().TrimEnd('/')],
            shared.Concat(place).ToDictionary(),
            new(Api, "health/ready")
        );
    }

    /// <summary>kill -9.</summary>
    public void Kill() => program!.Kill();

    /// <summary>SIGSTOP.</summary>
    public void Pause() => program!.Pause();

    /// <summary>SIGCONT.</summary>
    public void Resume() => program!.Resume();

    /// <summary>SIGTERM; the exit code.</summary>
    public Task<int> Stop(TimeSpan patience) => program!.Stop(patience);

    /// <summary>Waits until it ends by itself.</summary>
    public Task Ended(TimeSpan patience) => program!.Ended(patience);

    public void Dispose() => program?.Dispose();
}
