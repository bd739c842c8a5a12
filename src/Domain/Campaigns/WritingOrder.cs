namespace Campaigns.Domain.Campaigns;

/// <summary>What to write: how many posts for which platform, in which language and tone.</summary>
/// <param name="Posts">1 to 10 for a platform, in the order wanted.</param>
/// <param name="Language">BCP 47 tag, such as <c>pt-BR</c>.</param>
/// <param name="Tone">In the client's words; null for the brand's own.</param>
/// <param name="Illustrate">Whether each post gets a picture as well.</param>
public sealed record WritingOrder(IReadOnlyList<PostCount> Posts, string Language, string? Tone = null, bool Illustrate = true);

/// <summary>How many posts for one platform.</summary>
public sealed record PostCount(Platform Platform, int Count);
