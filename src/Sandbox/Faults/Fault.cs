using System.Text.Json.Serialization;

namespace Campaigns.Sandbox.Faults;

/// <summary>Something that is to go wrong with the next calls it matches.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Fault
{
    /// <summary>gemini, veo, openrouter, replicate, fal, clerk, rube or instagram (an Instagram fault strikes behind Rube).</summary>
    public required string Provider { get; init; }

    /// <summary>Any name the call goes by (README: "Operations"); null: every call.</summary>
    public string? Operation { get; init; }

    /// <summary>The Instagram username or id; null: everyone's.</summary>
    public string? Account { get; init; }

    public required string Kind { get; init; }

    /// <summary>How many calls it strikes; -1: until it is deleted.</summary>
    public int Times { get; init; } = 1;

    /// <summary>latency, container_slow, publish_slow: the delay; container_expires: how long it lives; lost_answer: how long the caller is kept waiting before the line is cut; slow: how long a job takes; slow_body: the pause in the middle. Milliseconds.</summary>
    public int? Ms { get; init; }

    /// <summary>status: the HTTP status.</summary>
    public int? Status { get; init; }

    /// <summary>status 429 and 503: what the caller is told to wait.</summary>
    public double? RetryAfterSeconds { get; init; }

    /// <summary>status 429 of Gemini: the day's quota rather than the minute's.</summary>
    public bool PerDay { get; init; }

    /// <summary>container_error, publish_error: Graph's code; error_in_200: the vendor's; failed: gRPC's.</summary>
    public int? Code { get; init; }

    /// <summary>container_error, publish_error: Graph's subcode.</summary>
    public int? Subcode { get; init; }

    /// <summary>padded: how large the file is to be.</summary>
    public long? Bytes { get; init; }

    public string? Message { get; init; }

    /// <summary>blocked: the reason the vendor gives (default SAFETY, IMAGE_SAFETY for pictures); "prompt:REASON" blocks the prompt. failed: the vendor's own word for why.</summary>
    public string? Reason { get; init; }
}
