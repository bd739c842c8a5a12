namespace Campaigns.Integrations.Rube;

/// <summary>How to reach Rube. Tokens are no part of it: each account has its own, in the vault.</summary>
/// <param name="Url">Of the MCP endpoint.</param>
public sealed record RubeOptions(Uri Url)
{
    /// <summary>Where the vendor serves it.</summary>
    public static Uri VendorUrl { get; } = new("https://rube.app/mcp");

    /// <summary>For anything but publishing.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For publishing, which may wait for the platform.</summary>
    public TimeSpan PublishDeadline { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The header a token goes in: as a bearer token in <c>Authorization</c>, bare in any other.</summary>
    public string TokenHeader { get; init; } = "Authorization";

    /// <summary>What the tools are called.</summary>
    public RubeTools Tools { get; init; } = new();
}
