using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Which token is wanted. What is left out is a good, ordinary token of the demo's user.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TokenRequest
{
    public string User { get; init; } = "user_sandbox";

    /// <summary>Null or empty: no active organization, a personal workspace.</summary>
    public string? Org { get; init; } = "org_sandbox";

    public string Role { get; init; } = "admin";

    public string? Slug { get; init; }

    public string Azp { get; init; } = "http://localhost:5173";

    /// <summary>Clerk's own tokens live 60 s; an hour is for people who try things by hand. May be negative: expired.</summary>
    public int LifetimeSeconds { get; init; } = 3600;

    /// <summary>2, or 1 for the older claims.</summary>
    public int V { get; init; } = 2;

    /// <summary>active or pending.</summary>
    public string Status { get; init; } = "active";

    /// <summary>Claims to set; null removes one.</summary>
    public JsonObject? Claims { get; init; }

    /// <summary>RS256; or a forgery: none, HS256, RS512, foreign (RS256 by an unknown key).</summary>
    public string Alg { get; init; } = "RS256";

    public string? Kid { get; init; }

    public string? Complaint =>
        !User.StartsWith("user_", StringComparison.Ordinal) ? "user: begins with user_"
        : Org is { Length: > 0 } org && !org.StartsWith("org_", StringComparison.Ordinal) ? "org: begins with org_"
        : V is not (1 or 2) ? "v: 1 or 2"
        : Status is not ("active" or "pending") ? "status: active or pending"
        : Alg is not ("RS256" or "none" or "HS256" or "RS512" or "foreign") ? "alg: RS256, none, HS256, RS512 or foreign"
        : null;
}
