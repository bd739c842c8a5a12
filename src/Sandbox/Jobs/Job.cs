using System.Text.Json.Nodes;
using Campaigns.Sandbox.Faults;

namespace Campaigns.Sandbox.Jobs;

/// <summary>Something a vendor makes in its own time.</summary>
internal sealed class Job
{
    public required string Id { get; init; }

    public required string Provider { get; init; }

    public required string Model { get; init; }

    public required JsonObject Input { get; init; }

    public required string Prompt { get; init; }

    public required DateTimeOffset Begun { get; init; }

    /// <summary>Null: never.</summary>
    public required DateTimeOffset? Ready { get; init; }

    /// <summary>How it ends when it does not end well: failed, blocked or no_output.</summary>
    public required Fault? Ending { get; init; }

    /// <summary>How large its file is to be, in bytes; 0: as it comes.</summary>
    public required long PadTo { get; init; }

    /// <summary>When somebody stopped it.</summary>
    public DateTimeOffset? Stopped { get; private set; }

    public bool IsStopped => Stopped is not null;

    public bool IsDone(DateTimeOffset now) => !IsStopped && Ready <= now;

    /// <summary>Vendors let a job wait for a moment before it runs.</summary>
    public bool IsWaiting(DateTimeOffset now) =>
        !IsStopped && (Ready is { } ready ? now < Begun + (ready - Begun) / 4 : now < Begun.AddSeconds(1));

    /// <summary>Whether it stopped by this: what is done stays done.</summary>
    public bool Stop(DateTimeOffset now)
    {
        if (IsStopped || IsDone(now))
            return false;
        Stopped = now;
        return true;
    }
}
