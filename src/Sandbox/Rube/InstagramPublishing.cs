using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;
using Campaigns.Sandbox.Instagram;

namespace Campaigns.Sandbox.Rube;

/// <summary>The tools that make a container a post.</summary>
internal sealed class InstagramPublishing(InstagramPlatform platform, FaultBook faults, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public async Task<JsonObject> Publish(ToolRun run)
    {
        run.RefuseOthersAccount();
        var creationId = run.Required("creation_id");
        await WaitUntilReady(run, creationId);
        if (faults.Take(run.Call, "publish_error") is { } fault)
            throw new GraphException(fault.Code ?? -1, fault.Subcode ?? 2207001, fault.Message ?? "Publishing failed.");
        // A slow publish is still FINISHED to whoever asks meanwhile, and goes on when the caller has hung up.
        if (faults.Take(run.Call, "publish_slow") is { } slow)
            await Task.Delay(TimeSpan.FromMilliseconds(slow.Ms!.Value), clock);
        return new() { ["id"] = platform.Publish(run.Account, creationId, run.Outcome).Id };
    }

    /// <summary>Without <c>max_wait_seconds</c> it does not wait; with it, a minute at most.</summary>
    private async Task WaitUntilReady(ToolRun run, string creationId)
    {
        var until = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(run.Number("max_wait_seconds") ?? 0, 0, 60));
        while (platform.Container(run.Account, creationId).StatusAt(clock.GetUtcNow()) == "IN_PROGRESS" && clock.GetUtcNow() < until)
            await Task.Delay(BetweenLooks, clock);
    }
}
