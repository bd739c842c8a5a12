using System.Text.Json.Serialization;

namespace Campaigns.Sandbox.Clerk;

/// <summary>Which message is wanted, and where it is sent.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WebhookRequest
{
    /// <summary>Where to: an address on this machine.</summary>
    public required Uri To { get; init; }

    /// <summary>Such as <c>organizationMembership.created</c>, <c>user.updated</c> or <c>organization.deleted</c>.</summary>
    public required string Type { get; init; }

    public string User { get; init; } = "user_sandbox";

    public string Org { get; init; } = "org_sandbox";

    public string Role { get; init; } = "admin";

    /// <summary>What the message is signed with.</summary>
    public string Secret { get; init; } = "whsec_c2FuZGJveC1jbGVyay13ZWJob29rLXNlY3JldA==";

    /// <summary>The message's id; a new one without it.</summary>
    public string? Id { get; init; }

    /// <summary>How many seconds ago it says it was signed; negative: ahead.</summary>
    public int SignedSecondsAgo { get; init; }
}
