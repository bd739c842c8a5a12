namespace Campaigns.Sandbox.Faults;

/// <summary>Which kinds of fault each provider knows; a misspelt fault would be a test that proves nothing.</summary>
internal static class FaultKinds
{
    /// <summary>They strike on the line, whatever the vendor.</summary>
    public static readonly string[] OnTheLine = ["latency", "status", "html", "bad_json", "lost_answer", "reset", "slow_body", "token_bad"];

    /// <summary>What a model can make of an order, however well the line holds.</summary>
    public static readonly string[] OfText = ["truncated", "empty", "prose", "half", "fenced", "wrong_counts", "foreign"];

    private static readonly string[] OfJobs = ["slow", "stuck", "failed", "blocked", "no_output", "padded"];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["gemini"] = [.. OnTheLine, .. OfText, "blocked", "no_image"],
        ["openrouter"] = [.. OnTheLine, .. OfText, "blocked", "error_in_200"],
        ["replicate"] = [.. OnTheLine, .. OfJobs],
        ["fal"] = [.. OnTheLine, .. OfJobs],
        ["veo"] = [.. OnTheLine, .. OfJobs],
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
            "status_lies",
            "token_bad",
        ],
    };

    public static string? Complaint(Fault fault) =>
        !Known.TryGetValue(fault.Provider, out var kinds) ? $"provider: one of {string.Join(", ", Known.Keys)}"
        : !kinds.Contains(fault.Kind) ? $"kind: {fault.Provider} knows {string.Join(", ", kinds)}"
        : fault.Times is 0 or < -1 ? "times: 1 or more, or -1 for always"
        : fault is { Kind: "status", Status: not (>= 300 and < 600) } ? "status: a number from 300 to 599"
        : fault is { Kind: "latency" or "slow" or "slow_body" or "container_slow" or "container_expires" or "publish_slow", Ms: not > 0 }
            ? "ms: how long, more than 0"
        : fault is { Kind: "padded", Bytes: not (> 0 and < uint.MaxValue) } ? "bytes: how large, less than 4 GB"
        : null;
}
