namespace Campaigns.Sandbox.Faults;

/// <summary>Which kinds of fault each provider knows; a misspelt fault would be a test that proves nothing.</summary>
internal static class FaultKinds
{
    /// <summary>They strike on the line, whatever the vendor.</summary>
    public static readonly string[] OnTheLine = ["latency", "status", "html", "bad_json", "lost_answer", "token_bad"];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["gemini"] = [.. OnTheLine, "truncated", "blocked", "no_image"],
        ["clerk"] = OnTheLine,
        ["blob"] = OnTheLine,
        ["rube"] = [.. OnTheLine, "older_results", "wrapped_data", "plain_text"],
        ["instagram"] =
        [
            "container_slow",
            "container_stuck",
            "container_error",
            "container_expires",
            "publish_slow",
            "publish_error",
            "token_bad",
        ],
    };

    public static string? Complaint(Fault fault) =>
        !Known.TryGetValue(fault.Provider, out var kinds) ? $"provider: one of {string.Join(", ", Known.Keys)}"
        : !kinds.Contains(fault.Kind) ? $"kind: {fault.Provider} knows {string.Join(", ", kinds)}"
        : fault.Times is 0 or < -1 ? "times: 1 or more, or -1 for always"
        : fault is { Kind: "status", Status: not (>= 300 and < 600) } ? "status: a number from 300 to 599"
        : fault is { Kind: "latency" or "container_slow" or "container_expires" or "publish_slow", Ms: not > 0 }
            ? "ms: how long, more than 0"
        : null;
}
