namespace Campaigns.Demo;

/// <summary>A brief as its file says it; <c>examples/briefs/README.md</c> documents the format.</summary>
internal sealed record Brief(BriefBrand Brand, BriefCampaign Campaign, BriefPosts Posts, BriefPublish Publish);

/// <summary>Who speaks.</summary>
internal sealed record BriefBrand(
    string Name,
    string Language,
    string? Description,
    string? PrimaryColor,
    string? SecondaryColor,
    string? TertiaryColor,
    string? Tone
);

/// <summary>What about.</summary>
internal sealed record BriefCampaign(string Name, string Brief);

/// <summary>How many posts for which platform, in which language and tone.</summary>
internal sealed record BriefPosts(IReadOnlyList<(string Platform, int Count)> Counts, string Language, string? Tone);

/// <summary>Where and when: a local time, or so many seconds from now on the zone's wall.</summary>
internal sealed record BriefPublish(string Zone, string? At, int InSeconds, string RubeToken);
